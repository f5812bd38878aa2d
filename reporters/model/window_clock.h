// The clock of a migration's window: what is left of it, and the last moment to turn back.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "core/text/utc.h"
#include "reporters/model/run_report.h"

namespace gonogo {

// A stage that is left, up to the point of no return.
struct StageLeft {
  Phase stage = Phase::kPreflight;
  std::optional<std::chrono::milliseconds> takes;  // by its rehearsed time
  std::optional<UtcTime>
      begins{};  // at the earliest; nothing if the time of one before isn't known
};

struct WindowClock {
  UtcTime from;
  UtcTime until;
  std::optional<UtcTime> now;  // the last time of which the report knows
  std::vector<StageLeft> left;
  std::optional<UtcTime> done;       // when what is left ends, if it begins now
  std::optional<UtcTime> turn_back;  // the last moment: later, the way back ends after the window

  // Returns when what is left must have ended: at the last moment to turn back, or with the window.
  UtcTime Last() const;
};

// A line of the clock for people.
struct ClockLine {
  std::string label;
  std::string text;
  bool is_late = false;
};

// Returns nothing if no window is booked. Never guesses: what wasn't rehearsed has no time.
std::optional<WindowClock> ClockOf(const RunReport& report);

// Returns the clock as text: the window, now, the last moment to turn back, what is left, the
// downtime, and where the times come from. If no window is booked, only the downtime, if there was
// one.
std::vector<ClockLine> ClockLines(const RunReport& report);

}  // namespace gonogo
