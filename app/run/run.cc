// One run, as data flows: plan -> cases -> sessions -> GoogleTest -> evidence -> verdict.
#include "app/run/run.h"

#include <chrono>
#include <iostream>
#include <optional>

#include "app/progress.h"
#include "app/run/conclusion.h"
#include "app/run/evidence_folder.h"
#include "app/run/runner.h"
#include "app/version.h"
#include "core/error.h"
#include "core/plan/gate.h"
#include "core/record/record_path.h"
#include "core/record/verdict.h"
#include "core/text/text.h"
#include "fixtures/pair.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/interrupt.h"
#include "gates/contents/content_comparison.h"
#include "gates/inspection.h"
#include "gates/objects/relation_catalogue.h"
#include "gates/records/record_files.h"

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
          .in_recovery = identity.in_recovery,
          .throw_away = identity.throw_away};
}

class PlanRun {
 public:
  PlanRun(const Plan& plan, const Environment& environment, const Endpoints& endpoints,
          const RunOptions& options)
      : plan_(plan),
        environment_(environment),
        options_(options),
        console_(options.style),
        evidence_{.run = HeaderOf(plan, environment, options)},
        folder_(options.out.empty() ? "evidence/" + evidence_.run.run : options.out),
        pair_(OpenPair(plan, endpoints)),
        contents_(pair_, PlannedComparisons(plan, evidence_.run.declared), options.effort) {}

  int Run() {
    const OnInterrupt cancel([this] { pair_.Cancel(); });
    RunHeader& header = evidence_.run;
    header.servers = {ServerOf(pair_.source_side()), ServerOf(pair_.target_side())};
    folder_.Append(ToJson(header));
    Print(console_.Header(header));
    const auto cases = CasesOf(plan_, header.declared);
    const bool all_passed = RunCases(
        cases, [this](const Case& one) { return RunOne(one); }, folder_.junit());
    ThrowIfInterrupted();
    if (!all_passed && Judge(evidence_).decision == Decision::kGo) {
      Contradict("GoogleTest saw a failure that the evidence does not hold");
    }
    return Conclude(evidence_, folder_, options_);
  }

 private:
  TestResult RunOne(const Case& one) {
    if (WasInterrupted()) return {.failure = "interrupted before this case"};
    ShowLine("  ...    " + Printable(one.declared.name()));
    const CaseResult result = Look(one);
    ClearLine();
    if (WasInterrupted()) return {.failure = "interrupted in this case"};
    folder_.Append(ToJson(result, evidence_.run));
    const std::string lines = console_.CaseLines(result, evidence_.run);
    if (!lines.empty() && phase_ != one.declared.phase) {
      phase_ = one.declared.phase;
      Print(console_.PhaseHeading(*phase_));
    }
    Print(lines);
    evidence_.cases.push_back(result);
    if (const Waiver* const waiver = WaiverOf(result, evidence_.run)) {
      return {.waived = Describe(*waiver)};
    }
    const bool stands = StatusOf(result, options_.strict) == Status::kPass ||
                        !Decides(result.severity, options_.strict);
    return {.failure = stands ? "" : Console({}).CaseLines(result, evidence_.run)};
  }

  // One of the two places that catch: whatever keeps a gate from looking makes an ERROR.
  CaseResult Look(const Case& one) {
    CaseResult result{.check = one.declared.check,
                      .subject = one.declared.subject,
                      .severity = one.declared.severity,
                      .outcome = {},
                      .error = {},
                      .started = UtcNow()};
    const auto start = std::chrono::steady_clock::now();
    try {
      result.outcome = one.check->gate->run(
          {pair_, contents_, catalogues_, environment_, plan_, one.check->arguments, *one.subject});
    } catch (const DatabaseError& error) {
      result.error = CaseError{error.what(), error.sqlstate()};
    } catch (const std::exception& error) {
      result.error = CaseError{error.what(), ""};
    }
    result.duration = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - start);
    return result;
  }

  void Contradict(const std::string& contradiction) {
    folder_.Append(ContradictionJson(contradiction));
    evidence_.contradictions.push_back(contradiction);
  }

  void Print(const std::string& text) const {
    if (!options_.json) std::cout << text << std::flush;
  }

  const Plan& plan_;
  const Environment& environment_;
  const RunOptions& options_;
  Console console_;
  Evidence evidence_;
  EvidenceFolder folder_;
  Pair pair_;
  Contents contents_;
  Catalogues catalogues_{pair_, plan_};
  std::optional<Phase> phase_;
};

}  // namespace

std::string ToolName() { return std::string("gonogo ") + kVersion; }

RunHeader HeaderOf(const Plan& plan, const Environment& environment, const RunOptions& options) {
  const auto recorded = ReadWaivers(PathOf(kWaivers, plan.name, environment));
  return {.run = NewRunId(),
          .tool = ToolName(),
          .plan = plan.name,
          .plan_digest = plan.digest,
          .strict = options.strict,
          .phases = PhaseNames(options.phases),
          .checks = options.checks,
          .started = UtcNow(),
          .servers = {},
          .declared = DeclaredCases(plan, options.phases, options.checks),
          .waivers = EffectiveWaivers(plan.waivers, recorded, plan.name, plan.digest)};
}

int Run(const Plan& plan, const Environment& environment, const Endpoints& endpoints,
        const RunOptions& options) {
  RequireEachRuns(plan, options.phases, options.checks);
  return PlanRun(plan, environment, endpoints, options).Run();
}

}  // namespace gonogo
