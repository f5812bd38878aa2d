// A relation that doesn't exist is an error, not a finding: usually the plan misspells its name, so
// nothing was examined.
#include "gates/declared/target_relation.h"

#include "core/error.h"
#include "core/json/json.h"
#include "gates/reading/judged_rows.h"
#include "gates/reading/read_privilege.h"
#include "sql/declared.h"

namespace gonogo {

std::string OidOnTarget(Pair& pair, const std::string& relation) {
  const Rows rows = pair.Target().Query(sql::kDeclaredRelation, RelationParameters(relation));
  if (rows.empty()) throw NoSuchRelation("target", relation);
  return rows.Only().Text("oid");
}

Outcome JudgeTargetRelation(const Inspection& in, const std::string& relation,
                            std::string_view statement, const std::vector<Value>& values) {
  RequireReadable(in, SideName::kTarget, in.plan);
  std::vector<Value> bound = {OidOnTarget(in.pair, relation)};
  bound.insert(bound.end(), values.begin(), values.end());
  return JudgeRows(in.pair.Target().Query(statement, bound));
}

Outcome JudgeList(const Inspection& in, const std::string& parameter, std::string_view statement) {
  const Json& names = in.arguments.Map(parameter).at(in.subject.name);
  return JudgeTargetRelation(in, in.subject.name, statement, {ToParameter(names)});
}

}  // namespace gonogo
