// not_null: columns of the target are NOT NULL, and the constraint is validated for existing rows.
#include "gates/declared/target_relation.h"
#include "sql/declared.h"

namespace gonogo {
namespace {
constexpr std::string_view kColumns = "columns";
}

Gate not_null() {
  return RelationListGate<kColumns, sql::kNotNull>(
      "not_null", "Columns of the target are NOT NULL.", "the columns, by relation");
}

}  // namespace gonogo
