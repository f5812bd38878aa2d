// The parameter "roles" of gates that compare what roles have.
#include "gates/catalogue/role_mapping.h"

namespace gonogo {

Parameter RolesParameter() {
  return TextMapParameter("roles",
                          "roles of the source, and those that stand for them on the target")
      .DefaultEmpty();
}

std::map<std::string, std::string> RolesOnTarget(const Arguments& arguments) {
  return arguments.Map("roles").get<std::map<std::string, std::string>>();
}

}  // namespace gonogo
