// Times are compared as UTC texts where they only decide which is later.
#include "core/record/clocks.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/text/utc.h"

namespace gonogo {

std::string LatestTime(const RunHeader& run) {
  std::string latest = run.started;
  for (const Server& server : run.servers) latest = std::max(latest, server.clock);
  return latest;
}

std::vector<std::string> ClockFindings(const RunHeader& run) {
  std::vector<std::string> findings;
  for (const Server& server : run.servers) {
    if (std::chrono::abs(server.clock_ahead) <= kMostClockSkew) continue;
    findings.push_back(
        fmt::format("clock of the {}: have {} {} this host's, want at most 1 min: set the clocks",
                    server.side, DurationText(std::chrono::abs(server.clock_ahead)),
                    server.clock_ahead.count() > 0 ? "ahead of" : "behind"));
  }
  return findings;
}

std::vector<std::string> BackwardTimes(const Evidence& evidence) {
  std::vector<std::string> wrong;
  std::string before_name = "the run";
  std::string before = evidence.run.started;
  for (const CaseResult& result : evidence.cases) {
    const auto earlier = ParseUtc(before);
    const auto later = ParseUtc(result.started);
    if (!earlier || !later) {
      wrong.push_back(fmt::format("{} began at \"{}\" after \"{}\": not times", result.name(),
                                  result.started, before));
    } else if (*later + kMostClockSkew < *earlier) {
      wrong.push_back(fmt::format("{} began at {}, before {} at {}: a clock was set back",
                                  result.name(), result.started, before_name, before));
    }
    before_name = result.name();
    before = result.started;
  }
  return wrong;
}

std::string DurationText(std::chrono::milliseconds time) {
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time).count();
  if (seconds < 60) return fmt::format("{} s", seconds);
  if (seconds < 3600) return fmt::format("{} min", seconds / 60);
  return fmt::format("{} h {} min", seconds / 3600, seconds / 60 % 60);
}

}  // namespace gonogo
