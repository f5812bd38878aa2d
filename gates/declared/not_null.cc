// not_null: columns of the target are NOT NULL, and the constraint is validated for existing rows.
#include "gates/declared/target_relation.h"
#include "sql/declared.h"

namespace gonogo::not_null {
namespace {
constexpr std::string_view kColumns = "columns";
}

Gate Definition() {
  return RelationListGate<kColumns, sql::kNotNull>(
      {.name = "not_null",
       .summary = "Columns of the target are NOT NULL.",
       .meaning = "The target accepts NULL where the application expects a value.",
       .remedy =
           "Fill in the NULL values, then run ALTER TABLE with ALTER COLUMN SET NOT NULL on the "
           "target.",
       .phases = {Phase::kSchema, Phase::kGate}},
      "the columns, by relation");
}

}  // namespace gonogo::not_null
