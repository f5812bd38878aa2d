// Wall-clock time to text and back: UTC, ISO 8601. For the current time, see
// fixtures/system/clock.h.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace gonogo {

using UtcTime = std::chrono::sys_time<std::chrono::milliseconds>;

// Returns nothing unless the whole text is a time like 2026-02-21T09:30:00.123Z.
std::optional<UtcTime> ParseUtc(std::string_view text);
std::string UtcText(UtcTime time);

// Returns nothing unless the whole text is a time with its zone, as people write it:
// 2026-02-21T22:00Z, 2026-02-21T22:00:30Z, 2026-02-21T23:00+01:00.
std::optional<UtcTime> ParseTimeWithZone(std::string_view text);

// Returns whether the text is an existing date: 2026-02-28 is one, 2026-02-30 isn't.
bool IsDate(std::string_view text);

}  // namespace gonogo
