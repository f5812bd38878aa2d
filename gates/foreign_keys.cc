// foreign_keys: foreign keys of the target are there, hold for all rows, and are enforced.
#include "core/error.h"
#include "core/gate.h"
#include "gates/target_relation.h"
#include "sql/statements.h"

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
      {key.Map("columns").dump(), OidOnTarget(in.pair, key.Text("references")),
       key.Map("referenced_columns").dump()});
}

}  // namespace

Gate foreign_keys() {
  return {.name = "foreign_keys",
          .summary = "Foreign keys of the target are there, validated and enforced.",
          .phases = {Phase::kSchema, Phase::kGate},
          .parameters = {{.name = kKeys,
                          .kind = Kind::kObjects,
                          .description = "the keys, by a label of the plan's own",
                          .required = true,
                          .fields = {{.name = "relation",
                                      .kind = Kind::kText,
                                      .description = "that has the key",
                                      .required = true},
                                     {.name = "columns",
                                      .kind = Kind::kTextList,
                                      .description = "of it, in order",
                                      .required = true},
                                     {.name = "references",
                                      .kind = Kind::kText,
                                      .description = "the relation that it leads to",
                                      .required = true},
                                     {.name = "referenced_columns",
                                      .kind = Kind::kTextList,
                                      .description = "of that, in order",
                                      .required = true}}}},
          .subjects = Subjects,
          .run = Run};
}

}  // namespace gonogo
