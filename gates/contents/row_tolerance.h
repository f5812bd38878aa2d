// How far apart two row counts may lie: in rows, in percent, or by a documented drift.
#pragma once

#include <cstdint>
#include <string>

#include "core/values/arguments.h"

namespace gonogo {

struct RowTolerance {
  std::int64_t rows = 0;
  double percent = 0;      // of the expected count; the larger of the two holds
  std::int64_t drift = 0;  // the target is expected to have so many rows more
  std::string reason;      // why; only with a drift

  bool Allows(std::int64_t source, std::int64_t target) const;
  // "12 rows", "12 rows give or take 3".
  std::string Describe(std::int64_t source) const;

 private:
  std::int64_t Slack(std::int64_t expected) const;
};

// What "tolerance", "tolerance_percent" and "by_relation" say of one relation.
// Throws PlanError for a negative tolerance, an unreadable "expect", a drift without a reason.
RowTolerance RowToleranceOf(const Arguments& arguments, const std::string& relation);

}  // namespace gonogo
