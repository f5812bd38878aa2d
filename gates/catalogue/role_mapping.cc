// The gates grants and owners share the parameter.
#include "gates/catalogue/role_mapping.h"

namespace gonogo {

Parameter RoleMappingParameter() {
  return TextMapParameter("roles", "roles of the source, and the target's roles that replace them")
      .DefaultEmpty();
}

std::map<std::string, std::string> RoleMapping(const Arguments& arguments) {
  return arguments.Map("roles").get<std::map<std::string, std::string>>();
}

}  // namespace gonogo
