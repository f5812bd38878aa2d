// primary_key: relations of the target have the primary key that the plan gives, in its order.
#include "gates/declared/target_relation.h"
#include "sql/declared.h"

namespace gonogo::primary_key {
namespace {
constexpr std::string_view kKeys = "keys";
}

Gate Definition() {
  return RelationListGate<kKeys, sql::kPrimaryKey>(
      {.name = "primary_key",
       .summary = "Relations of the target have the primary key that the plan gives.",
       .meaning =
           "The target accepts duplicate rows, or tells rows apart by other columns than the "
           "application.",
       .remedy = "Run ALTER TABLE with ADD PRIMARY KEY on the target, after DROP CONSTRAINT of the "
                 "wrong one.",
       .phases = {Phase::kSchema, Phase::kGate}},
      "the columns of the primary key in order, by relation");
}

}  // namespace gonogo::primary_key
