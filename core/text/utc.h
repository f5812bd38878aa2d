// Wall-clock time as text, and back: UTC, ISO 8601. What time it is now, fixtures/system/clock.h
// says.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace gonogo {

using UtcTime = std::chrono::sys_time<std::chrono::milliseconds>;

// 2026-02-21T09:30:00.123Z. The whole text must be such a time, or there is none.
std::optional<UtcTime> ParseUtc(std::string_view text);
std::string UtcText(UtcTime time);

// Whether the text is a day of the calendar: 2026-02-28, and not 2026-02-30.
bool IsDate(std::string_view text);

}  // namespace gonogo
