// dual-write: compares the sides again and again while the application writes to both.
#include <fmt/format.h>

#include <filesystem>

#include "core/error.h"
#include "core/record/facts.h"
#include "core/text/text.h"
#include "fixtures/system/appended_file.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/private_file.h"
#include "stages/ledger/stage_run.h"
#include "stages/stage_table.h"
#include "stages/watch/watch.h"

namespace gonogo {
namespace {

std::chrono::seconds Seconds(const StageRun& run, const char* name) {
  return std::chrono::seconds(run.arguments.Integer(name));
}

StageOutcome WatchDualWrite(StageRun& run) {
  const WatchOptions options{.every = Seconds(run, "every_s"),
                             .duration = Seconds(run, "for_s"),
                             .until_green = run.arguments.Integer("until_green"),
                             .effort = {.jobs = run.jobs}};
  const auto relations = WatchedRelations(run.plan, Seconds(run, "recheck_s"));
  if (run.dry()) {
    run.output.print_line(fmt::format("  would compare {} every {} s",
                                      Counted(relations.size(), "relation"),
                                      run.arguments.Integer("every_s")));
    return {};
  }
  const std::filesystem::path series = run.migration.folder / "watch" / (NewRunId() + ".jsonl");
  CreatePrivateFolder(series.parent_path());
  AppendedFile file(series);
  const WatchResult result = Watch(run.source, run.target, run.plan.limits, relations, options,
                                   [&](const WatchRound& round) {
                                     file.Append(ToJson(round));
                                     run.output.print_line("  " + Describe(round));
                                   });
  if (!result.last.could_tell()) {
    throw DatabaseError("couldn't compare all relations: " + Describe(result.last), "");
  }
  StageOutcome outcome;
  outcome.facts = ToJson(WatchFacts{.rounds = result.rounds,
                                    .green_in_a_row = result.green_in_a_row,
                                    .lagged = result.lagged,
                                    .series = run.PathInLedger(series)});
  const std::string reason = result.ReasonForNoGo(options);
  if (!reason.empty()) outcome.failures.push_back(reason);
  return outcome;
}

}  // namespace

Stage DualWriteStage() {
  return {
      .phase = Phase::kDualWrite,
      .summary = "compare again and again while the application writes to both sides",
      .needs_source = true,
      .commands_first = true,
      .parameters = {IntegerParameter("every_s", "seconds from the start of a round to the next")
                         .Default(30)
                         .AtLeast(1),
                     IntegerParameter("for_s", "seconds after which no round starts")
                         .Default(86400)
                         .AtLeast(0),
                     IntegerParameter("until_green",
                                      "end after this many green rounds in a row; 0: after for_s")
                         .Default(0)
                         .AtLeast(0),
                     RecheckParameter()},
      .act = WatchDualWrite};
}

}  // namespace gonogo
