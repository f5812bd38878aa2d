// What a ledger tells of each stage and each look, from its beginning to its end.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/record/ledger.h"

namespace gonogo {

struct StageSpan {
  Phase stage = Phase::kPreflight;
  bool is_look = false;
  LedgerLine began{};
  std::vector<LedgerLine> steps{};
  std::optional<LedgerLine> ended{};  // nothing: it broke off, or goes on
  std::string until{};  // when it ended or the next began; "": it is the last, and may go on

  // Returns "stage gate" or "look at stage gate".
  std::string Name() const;
};

// Throws PlanError with `file` and the line's number if a line can't follow those before it: a step
// or an end of what hasn't begun, or a time that isn't that many milliseconds after the first.
std::vector<StageSpan> StageSpansOf(const Ledger& ledger, const std::string& file);

// Evidence of checks that a line of a ledger names.
struct NamedRun {
  std::string folder;  // as the ledger has it: relative to the migration's folder
  std::string sums;    // SHA-256 of its SHA256SUMS; "": an earlier version wrote the line
  bool is_passed = false;
};

// Returns the runs that the lines of the span name, in their order.
std::vector<NamedRun> NamedRunsOf(const StageSpan& span);

}  // namespace gonogo
