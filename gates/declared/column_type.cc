// column_type: columns of the target have the type that the plan gives, whatever its spelling.
#include <fmt/format.h>

#include "core/error.h"
#include "core/values/relation_name.h"
#include "gates/declared/target_relation.h"
#include "sql/declared.h"

namespace gonogo::column_type {
namespace {

constexpr const char* kTypes = "types";

std::vector<Subject> Subjects(const Plan&, const Arguments& arguments) {
  for (const auto& [column, type] : arguments.Map(kTypes).items()) {
    if (!ParseColumnName(column)) {
      throw PlanError(fmt::format("\"{}\" isn't a column: write schema.table.column", column));
    }
    if (type == "") throw PlanError(fmt::format("the type of {} is empty", column));
  }
  return OneForEachMember(arguments, kTypes);
}

Outcome Run(const Inspection& in) {
  const auto column = ParseColumnName(in.subject.name);
  const std::string type = in.arguments.Map(kTypes).at(in.subject.name);
  return JudgeTargetRelation(in, QuotedName(column->relation), sql::kColumnType,
                             {column->name, type});
}

}  // namespace

Gate Definition() {
  return {
      .name = "column_type",
      .summary = "Columns of the target have the type that the plan gives.",
      .meaning =
          "The new release may fail on the column, or lose digits, length or time zone of its "
          "values.",
      .remedy =
          "Run ALTER TABLE with ALTER COLUMN TYPE on the target, or correct the parameter types.",
      .phases = {Phase::kSchema, Phase::kGate},
      .parameters = {TextMapParameter(kTypes,
                                      "the type of each schema.table.column, as in SQL: int, "
                                      "varchar(20), public.mood")
                         .Required()},
      .subjects = Subjects,
      .run = Run};
}

}  // namespace gonogo::column_type
