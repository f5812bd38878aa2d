// not_null: columns of the target are NOT NULL, and the constraint is validated for existing rows.
#include "gates/declared/target_relation.h"
#include "sql/declared.h"

namespace gonogo::not_null {
namespace {
constexpr std::string_view kColumns = "columns";
}

Gate Definition() {
  return RelationListGate<kColumns, sql::kNotNull>(
      "not_null", "Columns of the target are NOT NULL.", "the columns, by relation");
}

}  // namespace gonogo::not_null
