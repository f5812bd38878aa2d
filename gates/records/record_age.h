// How old what a gate is shown may be.
#pragma once

#include <cstdint>
#include <string>

namespace gonogo {

// Returns whether `at` is at most so many days before `now`, both UTC. A time more than an hour
// ahead isn't recent either: a clock is wrong.
bool IsRecent(const std::string& at, const std::string& now, std::int64_t days);

}  // namespace gonogo
