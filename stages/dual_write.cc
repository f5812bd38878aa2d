// dual-write: both sides are written by the application, and watched until they have stayed equal
// for as long as the plan wants.
#include <filesystem>

#include "core/error.h"
#include "fixtures/clock.h"
#include "stages/appended_file.h"
#include "stages/catalogue.h"
#include "stages/stage_run.h"
#include "stages/watch.h"

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
  const WatchEnd end = Watch(run.source, run.target, run.plan.limits, relations, options,
                             [&](const WatchRound& round) {
                               file.Append(ToJson(round));
                               run.voice.say("  " + InWords(round));
                             });
  outcome.facts = {{"rounds", end.rounds},
                   {"green_in_a_row", end.green_in_a_row},
                   {"lagged", end.lagged},
                   {"series", std::filesystem::relative(series, run.folder).string()}};
  if (!end.last.could_tell()) throw DatabaseError("could not tell: " + InWords(end.last), "");
  if (const std::string why = end.WhyNot(options); !why.empty()) outcome.wrong.push_back(why);
  return outcome;
}

}  // namespace

Stage DualWriteStage() {
  return {.phase = Phase::kDualWrite,
          .summary = "compare again and again while both sides are written",
          .needs_source = true,
          .commands_first = true,
          .parameters = {{.name = "every_s",
                          .kind = Kind::kInteger,
                          .description = "seconds from the beginning of one round to the next",
                          .default_value = "30",
                          .minimum = 1},
                         {.name = "for_s",
                          .kind = Kind::kInteger,
                          .description = "seconds after which no round begins",
                          .default_value = "86400",
                          .minimum = 0},
                         {.name = "until_green",
                          .kind = Kind::kInteger,
                          .description =
                              "ends after so many green rounds in a row; 0: when the time is up",
                          .default_value = "0",
                          .minimum = 0},
                         {.name = "recheck_s",
                          .kind = Kind::kInteger,
                          .description = "seconds for which a row that differs may only lag",
                          .default_value = "10",
                          .minimum = 0}},
          .act = Act};
}

}  // namespace gonogo
