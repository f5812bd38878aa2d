// The tables of a report: counts by check, rows of both sides, waivers, what changed since.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "reporters/model/run_report.h"

namespace gonogo {

// The cases of a check in a phase.
struct CheckCounts {
  std::string check;
  std::string gate;  // "" if unknown
  Phase phase = Phase::kGate;
  std::int64_t passed = 0;
  std::int64_t failed = 0;
  std::int64_t errors = 0;
  std::int64_t not_run = 0;
  std::int64_t waived = 0;
  std::int64_t advisory = 0;  // of the failed, errors and not run: those that don't decide
  std::chrono::milliseconds took{0};

  std::int64_t cases() const { return passed + failed + errors + not_run + waived; }
};

// Returns them in the order of the plan.
std::vector<CheckCounts> CountsByCheck(const RunReport& report);

// The rows of a relation, as a check counted them.
struct RelationRows {
  std::string relation;
  std::string method;
  std::int64_t source = 0;
  std::int64_t target = 0;
  std::string contents;  // "2 rows missing on the target"; "" if they don't differ, or none looked

  std::int64_t delta() const { return target - source; }
};

// Returns them with the largest difference first, then those whose contents differ.
std::vector<RelationRows> RowsOf(const Evidence& evidence);

struct WaiverUse {
  const Waiver* waiver = nullptr;
  std::size_t findings = 0;  // that it accepts
  std::string state;         // "accepts 3 findings", "unused", or why it isn't in force
};

// Returns the waivers of the checks that ran: those in use first.
std::vector<WaiverUse> WaiversOf(const Evidence& evidence);

struct Changes {
  std::vector<std::string> turned_red;
  std::vector<std::string> turned_green;
  std::vector<std::string> added;
  std::vector<std::string> gone;
};

// Returns the cases that changed since the earlier run.
Changes ChangesSince(const EarlierRun& earlier, const Evidence& evidence);

// A stretch of the migration's time: a stage, one of its steps, or a look.
struct Stretch {
  Phase stage = Phase::kPreflight;
  std::string step;  // "" if it is the whole stage
  bool is_look = false;
  std::chrono::milliseconds begin{0};  // since the first line of the ledger
  std::chrono::milliseconds end{0};
  std::string at;       // when it began, UTC
  std::string outcome;  // "" of a step that is done, "has not ended"
};

// Returns them in the order in which they began.
std::vector<Stretch> TimelineOf(const Ledger& ledger);

}  // namespace gonogo
