// primary_key: relations of the target have the primary key that the plan gives, in its order.
#include "gates/declared/target_relation.h"
#include "sql/declared.h"

namespace gonogo::primary_key {
namespace {
constexpr std::string_view kKeys = "keys";
}

Gate Definition() {
  return RelationListGate<kKeys, sql::kPrimaryKey>(
      "primary_key", "Relations of the target have the primary key that the plan gives.",
      "the columns of the primary key in order, by relation");
}

}  // namespace gonogo::primary_key
