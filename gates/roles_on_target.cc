// The parameter "roles" of gates that compare what roles have.
#include "gates/roles_on_target.h"

namespace gonogo {

Parameter RolesParameter() {
  return {.name = "roles",
          .kind = Kind::kTexts,
          .description = "roles of the source, and those that stand for them on the target",
          .default_value = "{}"};
}

std::map<std::string, std::string> RolesOnTarget(const Arguments& arguments) {
  return arguments.Map("roles").get<std::map<std::string, std::string>>();
}

}  // namespace gonogo
