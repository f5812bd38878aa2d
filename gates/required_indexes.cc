// required_indexes: the target has the indexes that the application needs, and queries may use them
// for every row.
#include "core/error.h"
#include "core/gate.h"
#include "gates/target_relation.h"
#include "sql/statements.h"

namespace gonogo {
namespace {

constexpr const char* kIndexes = "indexes";

std::vector<Subject> Subjects(const Plan&, const Arguments& arguments) {
  for (const auto& [label, index] : arguments.Map(kIndexes).items()) {
    if (index.at("columns").empty()) {
      throw PlanError("index \"" + label + "\": \"columns\" is empty");
    }
  }
  return OneForEachMember(arguments, kIndexes);
}

Outcome Run(const Inspection& in) {
  const Arguments index = in.arguments.Member(kIndexes, in.subject.name);
  return JudgeTargetRelation(
      in, index.Text("relation"), sql::kRequiredIndexes,
      {index.Map("columns").dump(), index.Boolean("unique") ? "true" : "false"});
}

}  // namespace

Gate required_indexes() {
  return {.name = "required_indexes",
          .summary = "Indexes of the target are there, valid, and of every row.",
          .phases = {Phase::kSchema, Phase::kGate},
          .parameters = {{.name = kIndexes,
                          .kind = Kind::kObjects,
                          .description = "the indexes, by a label of the plan's own",
                          .required = true,
                          .fields = {{.name = "relation",
                                      .kind = Kind::kText,
                                      .description = "that is indexed",
                                      .required = true},
                                     {.name = "columns",
                                      .kind = Kind::kTextList,
                                      .description = "all that are indexed, in order; those that "
                                                     "it only includes are left open",
                                      .required = true},
                                     {.name = "unique",
                                      .kind = Kind::kBoolean,
                                      .description = "whether it must be",
                                      .default_value = "false"}}}},
          .subjects = Subjects,
          .run = Run};
}

}  // namespace gonogo
