// required_indexes: the target has the indexes that the application needs, and the planner can use
// them for every row.
#include <fmt/format.h>

#include "core/error.h"
#include "core/json/json.h"
#include "gates/declared/target_relation.h"
#include "sql/declared.h"

namespace gonogo::required_indexes {
namespace {

constexpr const char* kIndexes = "indexes";

std::vector<Subject> Subjects(const Plan&, const Arguments& arguments) {
  for (const auto& [label, index] : arguments.Map(kIndexes).items()) {
    if (index.at("columns").empty()) {
      throw PlanError(fmt::format("index \"{}\": \"columns\" is empty", label));
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

Gate Definition() {
  return {
      .name = "required_indexes",
      .summary = "Indexes of the target exist, are valid, and cover every row.",
      .meaning =
          "Queries that rely on the index read the whole table, or duplicates aren't refused.",
      .remedy = "Run CREATE INDEX CONCURRENTLY on the target, after DROP INDEX of an invalid one.",
      .phases = {Phase::kSchema, Phase::kGate},
      .parameters =
          {ObjectMapParameter(
               kIndexes, "the indexes, each under a label of your choice",
               {TextParameter("relation", "the indexed relation").Required(),
                TextListParameter("columns",
                                  "its key columns, all of them, in order; INCLUDE "
                                  "columns don't count")
                    .Required(),
                BooleanParameter("unique", "whether the index must be unique").Default(false)})
               .Required()},
      .subjects = Subjects,
      .run = Run};
}

}  // namespace gonogo::required_indexes
