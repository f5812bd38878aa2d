// GitHub shows at most ten of a step.
#include "reporters/fleet/fleet_annotations.h"

#include <fmt/format.h>

#include "core/text/text.h"
#include "reporters/annotations.h"

namespace gonogo {

std::string FleetAnnotations(const FleetReport& report) {
  constexpr std::size_t kMost = 10;
  if (DecisionOf(report) == Decision::kGo) return "";
  const std::string title = HeadlineOf(report) + " fleet of " + report.record.fleet.plan;
  std::vector<std::string> lines = report.doubts;
  for (std::string& one : report.verdict.Reasons()) lines.push_back(std::move(one));
  if (lines.size() > kMost) {
    const std::size_t more = lines.size() - kMost + 1;
    lines.resize(kMost - 1);
    lines.push_back(
        fmt::format("and {}: summary.md and report.html have all.", Counted(more, "more reason")));
  }
  std::string text;
  for (const std::string& one : lines) text += GithubError(title, one);
  return text;
}

}  // namespace gonogo
