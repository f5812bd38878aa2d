// The waivers that a plan has and that were recorded for it: for people and for programs.
#pragma once

#include <span>
#include <string>

#include "core/values/waiver.h"

namespace gonogo {

// How each stands at `now` under that version of the plan: "in force", "expired" or "of another
// plan". A waiver a line, with who accepts it and why below it, their number last.
std::string WaiverListText(std::span<const Waiver> waivers, const std::string& plan_digest,
                           const std::string& now);

// The same as a list of what waivers.jsonl holds, each with its status.
std::string WaiverListJson(std::span<const Waiver> waivers, const std::string& plan_digest,
                           const std::string& now);

}  // namespace gonogo
