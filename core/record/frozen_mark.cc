#include "core/record/frozen_mark.h"

#include <fmt/format.h>

namespace gonogo {

std::string WhyNotFrozen(const std::string& side, const FrozenMark& before,
                         const FrozenMark& after) {
  if (before.snapshot == after.snapshot) return "";
  if (before.rows != after.rows) return fmt::format("rows or relations of the {} changed", side);
  if (after.is_settled) return "";
  return fmt::format(
      "transactions ended on the {} whose counters the server doesn't show at once before "
      "PostgreSQL 15",
      side);
}

Json ToJson(const FrozenMark& mark) {
  return {{"snapshot", mark.snapshot}, {"rows", mark.rows}, {"settled", mark.is_settled}};
}

FrozenMark FrozenMarkIn(const Json& json) {
  return {
      .snapshot = json.at("snapshot"), .rows = json.at("rows"), .is_settled = json.at("settled")};
}

}  // namespace gonogo
