#include "gates/reading/known_roles.h"

#include <fmt/format.h>

#include <set>

#include "core/json/json.h"
#include "sql/gates.h"

namespace gonogo {

std::string UnknownRole(const std::string& parameter, const std::vector<std::string>& roles,
                        Session& source, Session& target) {
  std::set<std::string> unknown(roles.begin(), roles.end());
  for (Session* const side : {&source, &target}) {
    if (unknown.empty()) return "";
    for (const Row row : side->Query(sql::kKnownRoles, {ToParameter(Json(roles))})) {
      unknown.erase(row.Text("role"));
    }
  }
  if (unknown.empty()) return "";
  return fmt::format("there is no role {} on either side: correct \"{}\"", *unknown.begin(),
                     parameter);
}

}  // namespace gonogo
