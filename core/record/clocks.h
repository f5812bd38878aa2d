// The clocks of a run: the host's and the servers'. The latest of them decides what has expired.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "core/record/evidence.h"

namespace gonogo {

// Two clocks that differ by more can't be relied on. Times of different hosts that are out of order
// by less are in order.
inline constexpr std::chrono::minutes kMostClockSkew{1};
inline constexpr std::chrono::seconds kRemarkedClockSkew{5};

// Returns the time at which the run began by the clock that is furthest ahead.
std::string LatestTime(const RunHeader& run);

// Returns a finding for each server whose clock differs from the host's by more than
// kMostClockSkew: ages, waivers and signatures can't be judged then.
std::vector<std::string> ClockFindings(const RunHeader& run);

// Returns a remark for each server whose clock differs from the host's by more than
// kRemarkedClockSkew, but not by more than kMostClockSkew.
std::vector<std::string> ClockRemarks(const RunHeader& run);

// Returns what is wrong with the times of the evidence of one process: cases that began before the
// run or before the case above them. Allows for kMostClockSkew.
std::vector<std::string> BackwardTimes(const Evidence& evidence);

// Returns "3 h 20 min", "2 min" or "4 s".
std::string DurationText(std::chrono::milliseconds time);

}  // namespace gonogo
