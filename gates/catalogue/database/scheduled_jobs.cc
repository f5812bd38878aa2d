// scheduled_jobs: pg_cron has the same jobs on both sides, and they are active on one side only: on
// the source before the cutover, on the target after it.
#include <fmt/format.h>

#include "core/plan/gate.h"
#include "gates/inspection.h"
#include "gates/objects/object_comparison.h"
#include "gates/reading/job_scheduler.h"
#include "gates/reading/read_privilege.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo::scheduled_jobs {
namespace {

struct Jobs {
  Objects all;
  std::map<std::string, bool> is_active;  // by name
  std::string why_none_runs;              // "": the active ones do
};

Jobs Read(SideName side, Session& session, const Rows& rows) {
  Jobs jobs{.all = {}, .is_active = {}, .why_none_runs = WhyNoJobRuns(side, session)};
  for (const Row row : rows) {
    const std::string& name = row.Text("object");
    jobs.all.emplace(name, ReadObject(row));
    jobs.is_active[name] = row.Boolean("active");
  }
  return jobs;
}

void RequireActive(SideName side, const Jobs& jobs, bool want, Outcome& outcome) {
  const auto describe = [side](bool active, const std::string& why_not = "") {
    return fmt::format("{}: {}{}", ToString(side), active ? "active" : "not active",
                       active && !why_not.empty() ? ", but " + why_not : "");
  };
  for (const auto& [name, active] : jobs.is_active) {
    const bool runs = active && jobs.why_none_runs.empty();
    if (runs == want) continue;
    outcome.findings.push_back({name, describe(active, jobs.why_none_runs), describe(want)});
  }
}

Outcome Run(const Inspection& in) {
  RequireReadable(in, in.plan);
  const BothRows rows = in.pair.QueryWritten(sql::kScheduledJobs, {});
  const Jobs source = Read(SideName::kSource, in.pair.Source(), rows.source);
  const Jobs target = Read(SideName::kTarget, in.pair.Target(), rows.target);
  Outcome outcome = CompareObjects("", source.all, target.all);
  ++outcome.examined;  // the database: one without jobs passes
  const bool on_target = in.arguments.Text("active_on") == "target";
  RequireActive(SideName::kSource, source, !on_target, outcome);
  RequireActive(SideName::kTarget, target, on_target, outcome);
  return outcome;
}

}  // namespace

Gate Definition() {
  return {.name = "scheduled_jobs",
          .summary = "Scheduled jobs are the same on both sides, and active on only one of them.",
          .meaning = "A job runs on both sides, on neither, or does something else than before.",
          .remedy =
              "Correct the jobs with cron.schedule, cron.alter_job and cron.unschedule on the side "
              "that is wrong.",
          .phases = {Phase::kCutover, Phase::kFinalize},
          .parameters = {TextParameter("active_on", "the side on which the jobs must be active")
                             .Default("target")
                             .OneOf({"source", "target"})},
          .subjects = OneForTheDatabase,
          .run = Run};
}

}  // namespace gonogo::scheduled_jobs
