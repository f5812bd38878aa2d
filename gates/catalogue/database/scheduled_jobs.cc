// scheduled_jobs: the jobs of pg_cron are the same on both sides, and each runs on one side only:
// before the cutover on the source, after it on the target.
#include "core/plan/gate.h"
#include "gates/catalogue/database_objects.h"
#include "gates/objects/object_comparison.h"
#include "gates/read_privilege.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo {
namespace {

// A side's jobs, and which of them are switched on.
struct Jobs {
  Objects all;
  std::map<std::string, bool> active;
};

Jobs Read(const Rows& rows) {
  Jobs jobs;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string& name = rows[i].Text("object");
    jobs.all.emplace(name, ReadObject(rows[i]));
    jobs.active[name] = rows[i].Boolean("active");
  }
  return jobs;
}

void RequireActive(const std::string& side, const Jobs& jobs, bool wanted, Outcome& outcome) {
  for (const auto& [name, active] : jobs.active) {
    if (active == wanted) continue;
    outcome.findings.push_back({name, side + ": " + (active ? "active" : "not active"),
                                side + ": " + (wanted ? "active" : "not active")});
  }
}

Outcome Run(const Inspection& in) {
  RequireReadable(in.pair, in.plan);
  const BothRows rows = in.pair.QueryWritten(sql::kScheduledJobs, {}, {});
  const Jobs source = Read(rows.source);
  const Jobs target = Read(rows.target);
  Outcome outcome = CompareObjects("", source.all, target.all);
  ++outcome.examined;  // that there is none is an answer
  const bool on_target = in.arguments.Text("active_on") == "target";
  RequireActive("source", source, !on_target, outcome);
  RequireActive("target", target, on_target, outcome);
  return outcome;
}

}  // namespace

Gate scheduled_jobs() {
  return {.name = "scheduled_jobs",
          .summary = "Scheduled jobs are the same on both sides, and active on one of them only.",
          .phases = {Phase::kCutover, Phase::kFinalize},
          .parameters = {TextParameter("active_on", "the side on which they run")
                             .Default("target")
                             .OneOf({"source", "target"})},
          .subjects = OneForTheDatabase,
          .run = Run};
}

}  // namespace gonogo
