// Lists the waivers of a plan and the recorded ones, for people and for programs.
#pragma once

#include <span>
#include <string>

#include "core/values/waiver.h"

namespace gonogo {

// Returns "in force", "expired", "of another plan", or that it accepts nothing.
std::string WaiverStatus(const Waiver& waiver, const std::string& plan_digest,
                         const std::string& now);

// Returns a line per waiver with its status at `now` for this version of the plan ("in force",
// "expired", "of another plan" or "accepts nothing"), a line with owner and reason, and the number
// of waivers.
std::string WaiverListText(std::span<const Waiver> waivers, const std::string& plan_digest,
                           const std::string& now);

// Returns a list of the objects that waivers.jsonl has, each with its status.
std::string WaiverListJson(std::span<const Waiver> waivers, const std::string& plan_digest,
                           const std::string& now);

}  // namespace gonogo
