// column_type: columns of the target have the type that the plan says, however it spells it.
#include "core/error.h"
#include "core/gate.h"
#include "core/relation_name.h"
#include "gates/target_relation.h"
#include "sql/statements.h"

namespace gonogo {
namespace {

constexpr const char* kTypes = "types";

std::vector<Subject> Subjects(const Plan&, const Arguments& arguments) {
  for (const auto& [column, type] : arguments.Map(kTypes).items()) {
    if (!ParseColumnName(column)) {
      throw PlanError("\"" + column + "\" names no column: write schema.table.column");
    }
    if (type == "") throw PlanError("the type of " + column + " is empty");
  }
  return OneForEachMember(arguments, kTypes);
}

Outcome Run(const Inspection& in) {
  const auto column = ParseColumnName(in.subject.name);
  const std::string type = in.arguments.Map(kTypes).at(in.subject.name);
  return JudgeTargetRelation(in, Spelling(column->relation), sql::kColumnType,
                             {column->name, type});
}

}  // namespace

Gate column_type() {
  return {.name = "column_type",
          .summary = "Columns of the target have the type that the plan says.",
          .phases = {Phase::kSchema, Phase::kGate},
          .parameters = {{.name = kTypes,
                          .kind = Kind::kTexts,
                          .description = "schema.table.column and its type, as in SQL: int, "
                                         "varchar(20), public.mood",
                          .required = true}},
          .subjects = Subjects,
          .run = Run};
}

}  // namespace gonogo
