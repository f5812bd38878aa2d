// The clock of a migration's window: what is left of it, and the last moment to turn back.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "core/text/utc.h"
#include "reporters/model/run_report.h"

namespace gonogo {

// A stage that is left, up to the cutover.
struct StageLeft {
  Phase stage = Phase::kPreflight;
  std::optional<std::chrono::milliseconds> took;  // when it was rehearsed
};

struct WindowClock {
  UtcTime from;
  UtcTime until;
  std::optional<UtcTime> now;  // the last time of which the report knows
  std::vector<StageLeft> left;
  std::optional<UtcTime> done;       // when what is left ends, if it begins now, or with the window
  std::optional<UtcTime> turn_back;  // the last moment: later, the way back ends after the window
};

// A line of the clock for people.
struct ClockLine {
  std::string label;
  std::string text;
  bool is_late = false;
};

// Returns nothing if the plan has no window. Never guesses: what wasn't rehearsed has no time.
std::optional<WindowClock> ClockOf(const RunReport& report);

// Returns the clock as text: the window, now, the last moment to turn back, what is left, and where
// the times come from. Returns nothing if the plan has no window.
std::vector<ClockLine> ClockLines(const RunReport& report);

// Returns how long each stage took in the ledger of a rehearsal: when it last ended GO.
RehearsedTimes TimesIn(const Ledger& ledger, const std::string& file, const Plan& plan);

}  // namespace gonogo
