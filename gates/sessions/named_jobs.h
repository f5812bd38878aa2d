// The jobs of pg_cron that a plan names.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/values/side.h"
#include "fixtures/session/session.h"

namespace gonogo {

// All jobs of one side; none without pg_cron.
struct ScheduledJobs {
  std::vector<std::pair<std::string, bool>> are_active;  // by name
  std::string why_none_runs;                             // "": the active ones do
};

// Throws as WhyNoJobRuns and Session::Query do.
ScheduledJobs ScheduledJobsOn(SideName side, Session& session);

struct NamedJobs {
  bool run = false;         // at least one does
  std::string description;  // active: nightly, hourly
};

// Returns those that match one of the patterns.
NamedJobs JobsOf(const std::vector<std::string>& patterns, const ScheduledJobs& jobs);

// Returns what is wrong with the patterns: one that no job of either side matches finds none
// because none is called so. "" if nothing is.
std::string UnknownJobs(const std::vector<std::string>& patterns,
                        const PerSide<ScheduledJobs>& jobs);

}  // namespace gonogo
