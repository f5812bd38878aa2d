#include "gates/sessions/named_jobs.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/text/glob.h"
#include "core/text/text.h"
#include "gates/reading/job_scheduler.h"
#include "sql/catalogue.h"

namespace gonogo {

ScheduledJobs ScheduledJobsOn(SideName side, Session& session) {
  ScheduledJobs jobs{.are_active = {}, .why_none_runs = WhyNoJobRuns(side, session)};
  for (const Row row : QueryWritten(session, sql::kScheduledJobs, {})) {
    const std::string name = row.Text("object").substr(std::string("job ").size());
    jobs.are_active.emplace_back(name, row.Boolean("active"));
  }
  return jobs;
}

NamedJobs JobsOf(const std::vector<std::string>& patterns, const ScheduledJobs& jobs) {
  std::vector<std::string> active;
  for (const auto& [name, is_active] : jobs.are_active) {
    const std::string& job = name;
    const bool is_meant =
        std::any_of(patterns.begin(), patterns.end(),
                    [&](const std::string& pattern) { return MatchesGlob(pattern, job); });
    if (is_meant && is_active) active.push_back(job);
  }
  if (active.empty()) return {false, "no active job"};
  const std::string description = "active: " + Join(active, ", ");
  if (jobs.why_none_runs.empty()) return {true, description};
  return {false, fmt::format("{}, but {}", description, jobs.why_none_runs)};
}

std::string UnknownJobs(const std::vector<std::string>& patterns,
                        const PerSide<ScheduledJobs>& jobs) {
  for (const std::string& pattern : patterns) {
    const bool is_known = std::any_of(kBothSides.begin(), kBothSides.end(), [&](SideName side) {
      const auto& on_side = jobs[side].are_active;
      return std::any_of(on_side.begin(), on_side.end(),
                         [&](const auto& job) { return MatchesGlob(pattern, job.first); });
    });
    if (is_known) continue;
    return fmt::format("there is no job {} on either side: correct \"jobs\"", pattern);
  }
  return "";
}

}  // namespace gonogo
