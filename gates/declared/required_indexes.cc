// required_indexes: the target has the indexes that the application needs, and queries may use them
// for every row.
#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/json.h"
#include "gates/declared/target_relation.h"
#include "gates/subjects.h"
#include "sql/declared.h"

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
      {ToParameter(index.Map("columns")), index.Boolean("unique") ? "true" : "false"});
}

}  // namespace

Gate required_indexes() {
  return {.name = "required_indexes",
          .summary = "Indexes of the target are there, valid, and of every row.",
          .phases = {Phase::kSchema, Phase::kGate},
          .parameters = {ObjectMapParameter(
                             kIndexes, "the indexes, by a label of the plan's own",
                             {TextParameter("relation", "that is indexed").Required(),
                              TextListParameter("columns",
                                                "all that are indexed, in order; those that "
                                                "it only includes are left open")
                                  .Required(),
                              BooleanParameter("unique", "whether it must be").Default(false)})
                             .Required()},
          .subjects = Subjects,
          .run = Run};
}

}  // namespace gonogo
