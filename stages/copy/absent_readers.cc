// Asks the target for the roles that the plan names in reading_roles.
#include "stages/copy/absent_readers.h"

#include "core/json/json.h"
#include "sql/copy.h"

namespace gonogo {

std::vector<std::string> AbsentReaders(const Plan& plan, Session& target) {
  if (plan.reading_roles.empty()) return {};
  return target.Query(sql::kAbsentRoles, {ToParameter(Json(plan.reading_roles))}).Texts("role");
}

}  // namespace gonogo
