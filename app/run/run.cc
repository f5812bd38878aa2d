// Runs the checks of a plan: plan -> cases -> sessions -> GoogleTest -> evidence -> verdict.
#include "app/run/run.h"

#include <iostream>
#include <optional>

#include "app/plan/plan_digest.h"
#include "app/progress.h"
#include "app/run/conclusion.h"
#include "app/run/evidence_folder.h"
#include "app/run/runner.h"
#include "app/version.h"
#include "core/plan/named_paths.h"
#include "core/plan/shown_values.h"
#include "core/record/clocks.h"
#include "core/record/verdict.h"
#include "core/text/text.h"
#include "fixtures/pair.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/interrupt.h"
#include "gates/contents/content_comparison.h"
#include "gates/inspection.h"
#include "gates/objects/relation_catalogue.h"
#include "gates/run_check.h"

namespace gonogo {
namespace {

Server ServerOf(const Side& side) {
  if (side.failure) return {.side = side.name, .error = side.failure->what()};
  const ServerIdentity& identity = *side.identity;
  return {.side = side.name,
          .error = "",
          .address = side.address,
          .version = identity.version,
          .system_identifier = identity.system_identifier.value_or(""),
          .database_oid = identity.database_oid,
          .snapshot = identity.snapshot,
          .wal_lsn = identity.wal_lsn,
          .snapshot_time = identity.snapshot_time,
          .clock = identity.clock,
          .clock_ahead = identity.clock_ahead,
          .in_recovery = identity.in_recovery,
          .throw_away = identity.throw_away};
}

class PlanRun {
 public:
  PlanRun(const RunContext& context, const RunOptions& options)
      : context_(context),
        options_(options),
        console_(options.Style()),
        evidence_{.run = HeaderOf(context.plan, context.migration, options)},
        folder_(options.out.empty() ? "evidence/" + evidence_.run.run : options.out,
                MayShowValues(context.plan)),
        pair_(OpenPair(context)),
        contents_(pair_, PlannedComparisons(context.plan, evidence_.run.declared),
                  options.effort.ForScan()),
        catalogue_(pair_, context.plan) {}

  int Run() {
    const OnInterrupt cancel([this] { pair_.Cancel(); });
    RunHeader& header = evidence_.run;
    header.servers = {ServerOf(pair_.Of(SideName::kSource)), ServerOf(pair_.Of(SideName::kTarget))};
    folder_.Append(ToJson(header));
    Print(console_.Header(header));
    const auto cases = CasesOf(context_.plan, header.declared);
    const bool all_passed = RunAsTests(
        cases, [this](const Case& one) { return RunOne(one); },
        [this](const std::string& report) { folder_.WriteJunit(report); });
    ThrowIfInterrupted();
    if (!all_passed && Judge(evidence_).decision == Decision::kGo) {
      RecordContradiction("GoogleTest reports a failure that isn't in the evidence");
    }
    for (const std::string& wrong : BackwardTimes(evidence_)) RecordContradiction(wrong);
    for (const std::string& file : FilesChangedSinceRead(context_.plan)) {
      RecordContradiction(file + " changed during the run: run the checks again");
    }
    return Conclude(evidence_, folder_, options_);
  }

 private:
  TestOutcome RunOne(const Case& one) {
    if (WasInterrupted()) return {.failure = "interrupted before this case"};
    ShowProgressLine("  ...    " + Printable(one.declared.name()));
    const CaseResult result = RunCheck(
        *one.check, {pair_, contents_, catalogue_, memory_, context_.environment,
                     context_.migration, context_.plan, one.check->arguments, *one.subject});
    ClearProgressLine();
    if (WasInterrupted()) return {.failure = "interrupted in this case"};
    folder_.Append(ToJson(result, evidence_.run));
    evidence_.cases.push_back(result);
    PrintCase(one, result);
    return OutcomeOf(result);
  }

  void PrintCase(const Case& one, const CaseResult& result) {
    const std::string lines = console_.CaseLines(result, evidence_.run);
    if (!lines.empty() && printed_phase_ != one.declared.phase) {
      printed_phase_ = one.declared.phase;
      Print(console_.PhaseHeading(one.declared.phase));
    }
    Print(lines);
  }

  TestOutcome OutcomeOf(const CaseResult& result) const {
    if (const Waiver* const waiver = WaiverOf(result, evidence_.run)) {
      return {.waived = Describe(*waiver)};
    }
    const bool passes = StatusOf(result, options_.strict) == Status::kPass ||
                        !Decides(result.severity, options_.strict);
    return {.failure = passes ? "" : Console({}).CaseLines(result, evidence_.run)};
  }

  void RecordContradiction(const std::string& contradiction) {
    folder_.Append(ContradictionJson(contradiction));
    evidence_.contradictions.push_back(contradiction);
  }

  void Print(const std::string& text) const {
    if (!options_.json) std::cout << text << std::flush;
  }

  const RunContext& context_;
  const RunOptions& options_;
  Console console_;
  Evidence evidence_;
  EvidenceFolder folder_;
  Pair pair_;
  Contents contents_;
  RelationCatalogue catalogue_;
  CheckMemory memory_;
  std::optional<Phase> printed_phase_;  // the last phase whose heading was printed
};

}  // namespace

std::string ToolName() { return std::string("gonogo ") + kVersion; }

RunHeader HeaderOf(const Plan& plan, const MigrationFolder& migration, const RunOptions& options) {
  auto declared = DeclaredCases(plan, options.phases, options.checks);
  return {.run = NewRunId(),
          .tool = ToolName(),
          .plan = plan.name,
          .plan_digest = plan.digest,
          .files = plan.FileDigests(),
          .arguments = ArgumentsDigest(plan, declared),
          .strict = options.strict,
          .phases = PhaseNames(options.phases),
          .checks = options.checks,
          .started = UtcNow(),
          .servers = {},
          .declared = std::move(declared),
          .waivers = WaiversOf(plan, migration)};
}

int Run(const RunContext& context, const RunOptions& options) {
  RequireValidSelection(context.plan, options.phases, options.checks);
  return PlanRun(context, options).Run();
}

}  // namespace gonogo
