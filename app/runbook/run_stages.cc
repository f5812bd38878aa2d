// Runs stages of the runbook, one after the other, up to the first that isn't GO.
#include "app/runbook/run_stages.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <memory>
#include <optional>

#include "app/exit_status.h"
#include "app/progress.h"
#include "app/run/rehearsed_times.h"
#include "app/run/run_reports.h"
#include "app/runbook/in_window.h"
#include "app/runbook/stage_texts.h"
#include "core/error.h"
#include "core/plan/shown_values.h"
#include "core/text/text.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/interrupt.h"
#include "fixtures/system/prepared_files.h"
#include "fixtures/system/text_file.h"
#include "reporters/execution_report.h"
#include "reporters/html/page.h"
#include "reporters/model/window_clock.h"
#include "stages/stage_order.h"
#include "stages/stage_table.h"

namespace gonogo {
namespace {

std::optional<Phase> OptionalStage(const std::string& name) {
  return name.empty() ? std::nullopt : std::optional(StageNamed(name).phase);
}

class StagesRun {
 public:
  StagesRun(const RunContext& context, const StageOptions& options)
      : context_(context), options_(options) {}

  StagesResult Run(const StageRequest& request) {
    // Selected once more with the lock held: another run may be doing stages until then.
    const bool is_rollback = request.stage == PhaseName(Phase::kRollback);
    Present present{.now = UtcNow(), .strict = options_.run.strict};
    if (!is_rollback) present.waivers = WaiversOf(context_.plan, context_.migration);
    const Ledger before = ReadLedger(LedgerPath());
    const Selection unlocked = Select(request, before, present);
    if (options_.dry_run || IsDryRun(unlocked.stages)) return Show(unlocked, before);
    RequireAllConfirmable(unlocked.stages, before);
    MigrationServers servers(context_);
    const Ledger ledger = ReadLedger(LedgerPath());
    servers.Identify(ledger);
    present.now = servers.Now();
    const Selection selected = Select(request, ledger, present);
    RequireAllConfirmable(selected.stages, ledger);
    if (options_.rehearse && selected.stages == std::vector{Phase::kSchema}) {
      return {.status = OneStage(context_, options_, Phase::kSchema, &servers, nullptr).Rehearse()};
    }
    RequireRehearsable(servers);
    return RunEach(selected, servers);
  }

 private:
  const std::filesystem::path& LedgerPath() const { return context_.migration.ledger; }
  std::filesystem::path Page() const { return context_.migration.folder / "report.html"; }

  // What to do: looks at stages that have passed, then stages.
  struct Selection {
    std::vector<Phase> looks;
    std::vector<Phase> stages;
    std::optional<Phase> until{};
  };

  Selection Select(const StageRequest& request, const Ledger& ledger,
                   const Present& present) const {
    if (request.stage == "all") return SelectAll(request, ledger, present);
    if (!request.from.empty() || !request.until.empty()) {
      throw PlanError("--from and --until need `gonogo stage all`");
    }
    const Phase stage = StageNamed(request.stage).phase;
    RequireMayBegin(context_.plan, ledger, stage, present);
    const auto completed =
        stage == Phase::kRollback ? std::vector<Phase>() : CompletedStages(context_.plan, ledger);
    const bool has_passed = std::find(completed.begin(), completed.end(), stage) != completed.end();
    if (has_passed && OnlyLooks(context_.plan, stage)) return {.looks = {stage}, .stages = {}};
    return {.looks = {}, .stages = {stage}};
  }

  // Stages that are left come after looks at those on which they rely.
  Selection SelectAll(const StageRequest& request, const Ledger& ledger,
                      const Present& present) const {
    Selection selected{.looks = {},
                       .stages = StagesLeft(context_.plan, ledger, OptionalStage(request.from),
                                            OptionalStage(request.until), present),
                       .until = OptionalStage(request.until)};
    if (!request.from.empty()) return selected;
    const std::optional<Phase> next =
        selected.stages.empty() ? std::nullopt : std::optional(selected.stages.front());
    for (const Reliance& due : DueLooks(context_.plan, ledger, next, present)) {
      if (selected.until && due.stage > *selected.until) continue;
      if (!ChecksOfLook(context_.plan, due.stage).empty()) {
        selected.looks.push_back(due.stage);
      } else {
        selected.stages.insert(selected.stages.begin(), due.stage);
      }
    }
    return selected;
  }

  // Returns true if the plan has "mode": "dry-run" for the stage.
  bool IsDryRun(const std::vector<Phase>& stages) const {
    const auto is_dry = [this](Phase stage) {
      return context_.plan.stages.at(stage).values().value("mode", "run") == "dry-run";
    };
    if (std::none_of(stages.begin(), stages.end(), is_dry)) return false;
    if (stages.size() == 1) return true;
    throw PlanError(
        "stage backfill has \"mode\": \"dry-run\", but later stages need it done; run `gonogo "
        "stage backfill` alone, or all stages with --dry-run");
  }

  void RequireAllConfirmable(const std::vector<Phase>& stages, const Ledger& ledger) const {
    ConfirmedServers servers = ServersOf(context_);
    for (const Phase stage : stages) {
      servers.again = WhyAgain(context_.plan, ledger, stage);
      RequireConfirmable(stage, context_.plan.stages.at(stage), options_.confirmations, servers);
    }
  }

  void RequireRehearsable(const MigrationServers& servers) const {
    if (!options_.rehearse || (servers.throw_away() && context_.plan.has_source())) return;
    throw PlanError("--rehearse writes to the source, so it needs a throw-away pair: --pair NAME");
  }

  // Prints what would be done. Writes nothing, not even the ledger.
  StagesResult Show(const Selection& selected, const Ledger& ledger) const {
    if (selected.looks.empty() && selected.stages.empty()) Print("dry run: nothing is left to do");
    for (const Phase stage : selected.looks) {
      Print(fmt::format("stage {}, dry run: would look again: {}", PhaseName(stage),
                        Join(ChecksOfLook(context_.plan, stage), ", ")));
    }
    for (const Phase stage : selected.stages) {
      OneStage(context_, options_, stage, nullptr, nullptr).Show();
    }
    if (!selected.stages.empty()) {
      const Phase next = selected.stages.front();
      const std::string now = UtcNow();
      const auto refusal = WhyNotNow(context_.plan, ledger, next, {.earliest = now, .latest = now});
      if (refusal) Print(fmt::format("stage {} would be {}", PhaseName(next), refusal->reason));
    }
    return {
        .would = {{"look_at", PhaseNames(selected.looks)}, {"run", PhaseNames(selected.stages)}}};
  }

  StagesResult RunEach(const Selection& selected, MigrationServers& servers) const {
    LedgerFile ledger(LedgerPath());
    PrintHeaderOnce(context_, options_.run, servers);
    // Whoever opens the page while stages run must not find an earlier GO.
    std::filesystem::remove(Page());
    RemovePublished(options_.run.publish);
    KeepExecutionReport(ledger);
    StagesResult results;
    try {
      results = RunEach(selected, servers, ledger);
    } catch (...) {
      WriteReport(ledger.ledger());
      throw;
    }
    WriteReport(ledger.ledger());
    // Nothing says GO before the report is there.
    if (results.status == kExitGo) Conclude(selected, ledger.ledger(), servers.Now(), results);
    Print("ledger: " + LedgerPath().string());
    if (results.status != kExitGo && !options_.run.json) std::cout << WhereIsMore(context_);
    return results;
  }

  StagesResult RunEach(const Selection& selected, MigrationServers& servers,
                       LedgerFile& ledger) const {
    StagesResult results{.ledger = LedgerPath().string()};
    for (const Phase stage : selected.looks) {
      Add(OneStage(context_, options_, stage, &servers, &ledger).Look(), stage, true, results);
      if (results.status != kExitGo) break;
    }
    for (const Phase stage : selected.stages) {
      if (results.status != kExitGo) break;
      if (!IsConfirmed(stage, context_.plan.stages.at(stage), options_.confirmations,
                       ServersOf(context_))) {
        TryToWriteExecutionReport(ledger.ledger(), stage);
      }
      Add(OneStage(context_, options_, stage, &servers, &ledger).Run(), stage, false, results);
    }
    return results;
  }

  static void Add(const StageResult& result, Phase stage, bool is_look, StagesResult& results) {
    results.status = result.status;
    Json json = result.ToJson();
    json["stage"] = PhaseName(stage);
    if (is_look) json["look"] = true;
    if (result.is_refused) json["refused"] = true;
    results.stages.push_back(std::move(json));
  }

  // Says what is GO and, if there was nothing left to do, how old that is.
  void Conclude(const Selection& selected, const Ledger& ledger, const std::string& now,
                StagesResult& results) const {
    if (!selected.stages.empty()) return Print("GO  " + Join(PhaseNames(selected.stages), ", "));
    auto completed = CompletedStages(context_.plan, ledger);
    if (selected.until) std::erase_if(completed, [&](Phase one) { return one > *selected.until; });
    Print(selected.until ? fmt::format("every stage of {} up to {} is done and GO",
                                       context_.plan.name, PhaseName(*selected.until))
          : completed.size() == RunbookOf(context_.plan).size()
              ? fmt::format("every stage of {} is done and GO", context_.plan.name)
              : "GO  " + Join(PhaseNames(selected.looks), ", "));
    for (const Reliance& one :
         ReliedOn(context_.plan, ledger, completed, std::nullopt, {.now = now})) {
      Print("  " + Describe(one));
      results.relies_on.push_back({{"stage", PhaseName(one.stage)},
                                   {"at", one.at},
                                   {"age_ms", one.age.count()},
                                   {"max_age_minutes", one.max_age.count()}});
    }
  }

  // Writes report.md with the lines of the ledger, so that a run that is killed has one: at each
  // begin and end of a stage, and of steps at most once a second, because there may be thousands.
  void KeepExecutionReport(LedgerFile& ledger) const {
    const auto written = std::make_shared<std::chrono::steady_clock::time_point>();
    ledger.OnAppend([this, written](const Ledger& lines) {
      const auto now = std::chrono::steady_clock::now();
      const bool is_of_step = !lines.lines.back().step.empty();
      if (is_of_step && now - *written < std::chrono::seconds(1)) return;
      *written = now;
      TryToWriteExecutionReport(lines, std::nullopt);
    });
  }

  void WriteExecutionReport(const Ledger& ledger, std::optional<Phase> waits) const {
    const std::string now = UtcNow();
    const auto signoffs = ReadSignoffs(context_.migration);
    WriteTextFile(context_.migration.folder / "report.md",
                  ExecutionReport(
                      context_.plan, ledger, signoffs, WaiversOf(context_.plan, context_.migration),
                      {.now = now,
                       .waits = waits,
                       .clock_of_plan = ClockLines(ReportForClock(context_.plan, ledger, now))}));
  }

  // A report that can't be written must not end a stage. At the end of the run it is an error.
  void TryToWriteExecutionReport(const Ledger& ledger, std::optional<Phase> waits) const {
    try {
      WriteExecutionReport(ledger, waits);
    } catch (const std::exception&) {
    }
  }

  void WriteReport(const Ledger& ledger) const {
    WriteExecutionReport(ledger, std::nullopt);
    const RunReport report = ReportOnMigration(context_.migration.folder, ledger, &context_.plan);
    PreparedFiles files;
    // Unlike report.md, the page has what the checks found.
    files.Add(Page(), HtmlPage(report),
              MayShowValues(context_.plan) ? MayRead::kOnlyOwner : MayRead::kAll);
    PrepareMetrics(report, options_.run.publish, files);
    files.Appear();
    PrintAnnotations(report, options_.run.publish, options_.run.json);
  }

  void Print(const std::string& line) const { PrintLine(line, options_.run.json); }

  const RunContext& context_;
  const StageOptions& options_;
};

}  // namespace

Json StagesResult::Summary(const Plan& plan) const {
  if (!would.is_null()) {
    return {{"dry_run", true},
            {"exit_status", status},
            {"plan", plan.name},
            {"plan_digest", plan.digest},
            {"would", would}};
  }
  return {{"verdict", status == kExitGo ? "GO" : "NO-GO"},
          {"exit_status", status},
          {"plan", plan.name},
          {"plan_digest", plan.digest},
          {"ledger", ledger},
          {"stages", stages},
          {"relies_on", relies_on}};
}

StagesResult RunStages(const RunContext& context, const StageRequest& request,
                       const StageOptions& options) {
  return StagesRun(context, options).Run(request);
}

}  // namespace gonogo
