// Wall-clock time as text: UTC, ISO 8601.
#pragma once

#include <string>

namespace gonogo {

// 2026-02-21T09:30:00.123Z
std::string UtcNow();

// 20260221T093000Z-1f3a: the time to the second and four random digits; sorts by time.
std::string NewRunId();

}  // namespace gonogo
