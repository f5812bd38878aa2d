// Runs stages of the runbook, one after the other, up to the first that isn't GO.
#include "app/runbook/run_stages.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "app/exit_status.h"
#include "app/progress.h"
#include "core/error.h"
#include "core/text/text.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/text_file.h"
#include "reporters/execution_report.h"
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
    const std::vector<Phase> unlocked = Select(request, ReadLedger(LedgerPath()));
    if (options_.dry_run || IsDryRun(unlocked)) return Show(unlocked);
    RequireAllConfirmable(unlocked);
    MigrationServers servers(context_);
    const Ledger ledger = ReadLedger(LedgerPath());
    const std::vector<Phase> stages = Select(request, ledger);
    RequireAllConfirmable(stages);
    servers.Identify(ledger);
    if (options_.rehearse && stages == std::vector{Phase::kSchema}) {
      return {.status = OneStage(context_, options_, Phase::kSchema, &servers, nullptr).Rehearse()};
    }
    RequireRehearsable(servers);
    if (stages.empty()) {
      Print(fmt::format("every stage of {} is done and GO ({})", context_.plan.name,
                        LedgerPath().string()));
      return {};
    }
    return RunEach(stages, servers);
  }

 private:
  const std::filesystem::path& LedgerPath() const { return context_.migration.ledger; }

  std::vector<Phase> Select(const StageRequest& request, const Ledger& ledger) const {
    if (request.stage == "all") {
      return StagesLeft(context_.plan, ledger, OptionalStage(request.from),
                        OptionalStage(request.until));
    }
    if (!request.from.empty() || !request.until.empty()) {
      throw PlanError("--from and --until need `gonogo stage all`");
    }
    const Phase stage = StageNamed(request.stage).phase;
    RequireMayBegin(context_.plan, ledger, stage);
    return {stage};
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

  void RequireAllConfirmable(const std::vector<Phase>& stages) const {
    for (const Phase stage : stages) {
      RequireConfirmable(stage, context_.plan.stages.at(stage), options_.confirmations);
    }
  }

  void RequireRehearsable(const MigrationServers& servers) const {
    if (!options_.rehearse || (servers.throw_away() && context_.plan.has_source())) return;
    throw PlanError("--rehearse writes to the source, so it needs a throw-away pair: --pair NAME");
  }

  // Prints what would be done. Writes nothing, not even the ledger.
  StagesResult Show(const std::vector<Phase>& stages) const {
    for (const Phase stage : stages) OneStage(context_, options_, stage, nullptr, nullptr).Show();
    return {};
  }

  StagesResult RunEach(const std::vector<Phase>& stages, MigrationServers& servers) const {
    LedgerFile ledger(LedgerPath());
    StagesResult results{.ledger = LedgerPath().string()};
    for (const Phase stage : stages) {
      const StageResult result = OneStage(context_, options_, stage, &servers, &ledger).Run();
      results.status = result.status;
      results.stages.push_back(result.ToJson());
      results.stages.back()["stage"] = PhaseName(stage);
      if (result.status != kExitGo) break;
    }
    if (results.status == kExitGo) Print("GO  " + Join(PhaseNames(stages), ", "));
    WriteReport(ledger.ledger());
    Print("ledger: " + LedgerPath().string());
    return results;
  }

  void WriteReport(const Ledger& ledger) const {
    const auto signoffs = ReadSignoffs(context_.migration);
    WriteTextFile(context_.migration.folder / "report.md",
                  ExecutionReport(context_.plan, ledger, signoffs, UtcNow()));
  }

  void Print(const std::string& line) const { PrintLine(line, options_.run.json); }

  const RunContext& context_;
  const StageOptions& options_;
};

}  // namespace

Json StagesResult::Summary(const Plan& plan) const {
  return {{"verdict", status == kExitGo ? "GO" : "NO-GO"},
          {"exit_status", status},
          {"plan", plan.name},
          {"plan_digest", plan.digest},
          {"ledger", ledger},
          {"stages", stages}};
}

StagesResult RunStages(const RunContext& context, const StageRequest& request,
                       const StageOptions& options) {
  return StagesRun(context, options).Run(request);
}

}  // namespace gonogo
