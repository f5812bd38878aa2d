// Names of runs have the time and the stage: 20260221T093000Z-1c0f-gate.
#include "app/proof/unnamed_runs.h"

#include <fmt/format.h>

#include <algorithm>
#include <regex>
#include <system_error>

#include "core/record/clocks.h"
#include "core/text/utc.h"
#include "fixtures/system/clock.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

bool IsDuring(const StageSpan& span, const std::string& time) {
  return TimeBetween(span.began.at, time) >= -kMostClockSkew &&
         (span.until.empty() || TimeBetween(time, span.until) >= -kMostClockSkew);
}

bool IsLeftOut(const std::string& name, const std::vector<StageSpan>& spans) {
  static const std::regex pattern(R"((\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-[0-9a-f]+-([a-z-]+))");
  std::smatch parts;
  if (!std::regex_match(name, parts, pattern)) return false;
  const std::string time =
      fmt::format("{}-{}-{}T{}:{}:{}.000Z", parts[1].str(), parts[2].str(), parts[3].str(),
                  parts[4].str(), parts[5].str(), parts[6].str());
  if (!ParseUtc(time)) return false;
  return std::none_of(spans.begin(), spans.end(), [&](const StageSpan& span) {
    return PhaseName(span.stage) == parts[7].str() && IsDuring(span, time);
  });
}

}  // namespace

std::vector<UnnamedRun> UnnamedRunsIn(const fs::path& runs, const std::set<std::string>& named,
                                      const std::vector<StageSpan>& spans) {
  std::set<std::string> names;
  std::error_code missing;
  for (const auto& entry : fs::directory_iterator(runs, missing)) {
    const std::string name = entry.path().filename().string();
    if (!entry.is_symlink() && entry.is_directory() && !named.contains(name)) names.insert(name);
  }
  std::vector<UnnamedRun> unnamed;
  for (const std::string& name : names) unnamed.push_back({name, IsLeftOut(name, spans)});
  return unnamed;
}

}  // namespace gonogo
