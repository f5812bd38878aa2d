// How far the row counts of the two sides may differ: in rows, in percent, or by a documented
// drift.
#pragma once

#include <cstdint>
#include <string>

#include "core/values/arguments.h"

namespace gonogo {

struct RowTolerance {
  std::int64_t rows = 0;
  double percent = 0;      // of the expected count; the larger of `rows` and `percent` applies
  std::int64_t drift = 0;  // how many more rows the target is expected to have
  std::string reason;      // for the drift; empty without one

  bool Allows(std::int64_t source, std::int64_t target) const;
  // Returns the allowed counts as text: "12 rows", "12 rows give or take 3".
  std::string Describe(std::int64_t source) const;

 private:
  std::int64_t LargestDifference(std::int64_t expected) const;
};

// Reads "tolerance", "tolerance_percent" and "by_relation" for one relation. Throws PlanError if a
// tolerance is out of range, "expect" can't be parsed, or a drift has no reason.
RowTolerance RowToleranceOf(const Arguments& arguments, const std::string& relation);

}  // namespace gonogo
