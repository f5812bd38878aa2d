// Times are compared as UTC texts where they only decide which is later.
#include "core/record/clocks.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/text/utc.h"

namespace gonogo {
namespace {

std::chrono::milliseconds SkewOf(const Server& server) {
  return std::chrono::abs(server.clock_ahead);
}

std::string DescribeSkew(const Server& server) {
  return fmt::format("clock of the {}: have {} {} this host's", server.side,
                     DurationText(SkewOf(server)),
                     server.clock_ahead.count() > 0 ? "ahead of" : "behind");
}

}  // namespace

std::string LatestTime(const RunHeader& run) {
  std::string latest = run.started;
  for (const Server& server : run.servers) latest = std::max(latest, server.clock);
  return latest;
}

std::vector<std::string> ClockFindings(const RunHeader& run) {
  std::vector<std::string> findings;
  for (const Server& server : run.servers) {
    if (SkewOf(server) <= kMostClockSkew) continue;
    findings.push_back(fmt::format("{}, want at most 1 min: set the clocks", DescribeSkew(server)));
  }
  return findings;
}

std::vector<std::string> ClockRemarks(const RunHeader& run) {
  std::vector<std::string> remarks;
  for (const Server& server : run.servers) {
    if (SkewOf(server) <= kRemarkedClockSkew || SkewOf(server) > kMostClockSkew) continue;
    remarks.push_back(DescribeSkew(server));
  }
  return remarks;
}

std::vector<std::string> BackwardTimes(const Evidence& evidence) {
  std::vector<std::string> wrong;
  const CaseResult* before = nullptr;  // null: the run itself
  std::optional<UtcTime> earlier = ParseUtc(evidence.run.started);
  for (const CaseResult& result : evidence.cases) {
    const std::string& began = before == nullptr ? evidence.run.started : before->started;
    const std::optional<UtcTime> later = ParseUtc(result.started);
    if (!earlier || !later) {
      wrong.push_back(fmt::format("{} began at \"{}\" after \"{}\": not times", result.name(),
                                  result.started, began));
    } else if (*later + kMostClockSkew < *earlier) {
      wrong.push_back(fmt::format("{} began at {}, before {} at {}: a clock was set back",
                                  result.name(), result.started,
                                  before == nullptr ? "the run" : before->name(), began));
    }
    before = &result;
    earlier = later;
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
