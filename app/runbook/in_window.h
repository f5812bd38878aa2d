// Whether a stage may begin now, by the window of the plan.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "core/plan/plan.h"
#include "core/record/ledger.h"
#include "core/record/verdict.h"
#include "core/text/utc.h"
#include "core/values/phase.h"

namespace gonogo {

// Why a stage doesn't begin.
struct Refusal {
  Decision decision = Decision::kNoGo;  // kUndecided: a time isn't known
  std::string reason;
};

// The time by the clocks of the host and of the servers, UTC.
struct ClockTimes {
  std::string earliest;
  std::string latest;
};

// Returns nothing if the stage may begin at that time. Judges a stage up to the point of no return,
// by what is left then: the stage, those after it, and those before it that haven't passed. The way
// back and what comes after the point are never late, and neither is a stage that has begun and
// takes itself back. Nothing is refused without a booked window.
std::optional<Refusal> WhyNotNow(const Plan& plan, const Ledger& ledger, Phase stage,
                                 const ClockTimes& now);

// Returns nothing if the window's two ends let a stage be rehearsed in place at that time: that
// locks what it changes, as the stage does, whatever is left to do.
std::optional<Refusal> WhyNotInWindow(const Plan& plan, Phase stage, const ClockTimes& now);

// Returns the moment after which no command of the stage begins, up to that from which on there is
// no return: the last one to turn back. Returns nothing if the stage is past that, or if no window
// is booked.
std::optional<UtcTime> LastMoment(const Plan& plan, const Ledger& ledger, Phase stage);

}  // namespace gonogo
