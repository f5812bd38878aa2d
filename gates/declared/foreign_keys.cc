// foreign_keys: foreign keys of the target are there, hold for all rows, and are enforced.
#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/json.h"
#include "gates/declared/target_relation.h"
#include "gates/subjects.h"
#include "sql/declared.h"

namespace gonogo {
namespace {

constexpr const char* kKeys = "keys";

std::vector<Subject> Subjects(const Plan&, const Arguments& arguments) {
  for (const auto& [label, given] : arguments.Map(kKeys).items()) {
    const Arguments key(given);
    const std::size_t columns = key.Texts("columns").size();
    if (columns == 0) throw PlanError("key \"" + label + "\": \"columns\" is empty");
    if (columns != key.Texts("referenced_columns").size()) {
      throw PlanError("key \"" + label +
                      "\": \"columns\" and \"referenced_columns\" are not as many");
    }
  }
  return OneForEachMember(arguments, kKeys);
}

Outcome Run(const Inspection& in) {
  const Arguments key = in.arguments.Member(kKeys, in.subject.name);
  return JudgeTargetRelation(
      in, key.Text("relation"), sql::kForeignKeys,
      {ToParameter(key.Map("columns")), OidOnTarget(in.pair, key.Text("references")),
       ToParameter(key.Map("referenced_columns"))});
}

}  // namespace

Gate foreign_keys() {
  return {
      .name = "foreign_keys",
      .summary = "Foreign keys of the target are there, validated and enforced.",
      .phases = {Phase::kSchema, Phase::kGate},
      .parameters = {ObjectMapParameter(
                         kKeys, "the keys, by a label of the plan's own",
                         {TextParameter("relation", "that has the key").Required(),
                          TextListParameter("columns", "of it, in order").Required(),
                          TextParameter("references", "the relation that it leads to").Required(),
                          TextListParameter("referenced_columns", "of that, in order").Required()})
                         .Required()},
      .subjects = Subjects,
      .run = Run};
}

}  // namespace gonogo
