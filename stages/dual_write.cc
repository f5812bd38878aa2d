// dual-write: both sides are written by the application, and watched until they have stayed equal
// for as long as the plan wants.
#include <filesystem>

#include "core/error.h"
#include "fixtures/system/appended_file.h"
#include "fixtures/system/clock.h"
#include "stages/ledger/stage_run.h"
#include "stages/stage_table.h"
#include "stages/watch/watch.h"

namespace gonogo {
namespace {

std::chrono::seconds Seconds(const StageRun& run, const char* name) {
  return std::chrono::seconds(run.arguments.Integer(name));
}

StageOutcome Act(StageRun& run) {
  const WatchOptions options{.every = Seconds(run, "every_s"),
                             .duration = Seconds(run, "for_s"),
                             .until_green = run.arguments.Integer("until_green"),
                             .effort = {.jobs = run.jobs}};
  const auto relations = WatchedRelations(run.plan, Seconds(run, "recheck_s"));
  StageOutcome outcome;
  if (run.dry()) {
    run.voice.say("  would compare " + std::to_string(relations.size()) + " relations every " +
                  std::to_string(run.arguments.Integer("every_s")) + " s");
    return outcome;
  }
  const std::filesystem::path series = run.folder / "watch" / (NewRunId() + ".jsonl");
  std::filesystem::create_directories(series.parent_path());
  AppendedFile file(series);
  const WatchResult end = Watch(run.source, run.target, run.plan.limits, relations, options,
                                [&](const WatchRound& round) {
                                  file.Append(ToJson(round));
                                  run.voice.say("  " + Describe(round));
                                });
  outcome.facts = {{"rounds", end.rounds},
                   {"green_in_a_row", end.green_in_a_row},
                   {"lagged", end.lagged},
                   {"series", std::filesystem::relative(series, run.folder).string()}};
  if (!end.last.could_tell()) throw DatabaseError("could not tell: " + Describe(end.last), "");
  if (const std::string why = end.ReasonForNoGo(options); !why.empty())
    outcome.wrong.push_back(why);
  return outcome;
}

}  // namespace

Stage DualWriteStage() {
  return {.phase = Phase::kDualWrite,
          .summary = "compare again and again while both sides are written",
          .needs_source = true,
          .commands_first = true,
          .parameters =
              {IntegerParameter("every_s", "seconds from the beginning of one round to the next")
                   .Default(30)
                   .AtLeast(1),
               IntegerParameter("for_s", "seconds after which no round begins")
                   .Default(86400)
                   .AtLeast(0),
               IntegerParameter("until_green",
                                "ends after so many green rounds in a row; 0: when the time is up")
                   .Default(0)
                   .AtLeast(0),
               IntegerParameter("recheck_s", "seconds for which a row that differs may only lag")
                   .Default(10)
                   .AtLeast(0)},
          .act = Act};
}

}  // namespace gonogo
