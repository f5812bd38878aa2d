// A relation that is not there is an error and not a finding: more often than not its name is
// mistyped, and nothing was looked at.
#include "gates/target_relation.h"

#include "core/error.h"
#include "gates/judged_rows.h"
#include "gates/readable.h"
#include "gates/relations.h"
#include "sql/statements.h"

namespace gonogo {

std::vector<Subject> OneForEachMember(const Arguments& arguments, const std::string& parameter) {
  std::vector<Subject> subjects;
  for (const auto& member : arguments.Map(parameter).items())
    subjects.push_back({member.key(), ""});
  if (subjects.empty()) throw PlanError("\"" + parameter + "\" is empty");
  return subjects;
}

std::vector<Subject> OneForEachList(const Arguments& arguments, const std::string& parameter) {
  for (const auto& [relation, names] : arguments.Map(parameter).items()) {
    if (names.empty()) throw PlanError("\"" + parameter + "\" of " + relation + " is empty");
  }
  return OneForEachMember(arguments, parameter);
}

std::string OidOnTarget(Pair& pair, const std::string& relation) {
  const Rows rows = pair.Target().Query(sql::kRelationOid, Names(relation));
  if (rows.empty()) throw NoSuchRelation("target", relation);
  return rows.Only().Text("oid");
}

Outcome JudgeTargetRelation(const Inspection& in, const std::string& relation,
                            std::string_view statement, const std::vector<Value>& values) {
  DemandReadableTarget(in.pair, in.plan);
  std::vector<Value> bound = {OidOnTarget(in.pair, relation)};
  bound.insert(bound.end(), values.begin(), values.end());
  return JudgeRows(in.pair.Target().Query(statement, bound));
}

Outcome JudgeList(const Inspection& in, const std::string& parameter, std::string_view statement) {
  const Json& names = in.arguments.Map(parameter).at(in.subject.name);
  return JudgeTargetRelation(in, in.subject.name, statement, {names.dump()});
}

}  // namespace gonogo
