// The data flow of design: plan -> cases -> sessions -> GoogleTest -> evidence -> verdict.
#include "app/run.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <memory>

#include "app/clock.h"
#include "app/evidence_folder.h"
#include "app/interrupt.h"
#include "app/runner.h"
#include "app/version.h"
#include "core/error.h"
#include "core/gate.h"
#include "core/spelling.h"
#include "core/text.h"
#include "fixtures/pair.h"
#include "gates/inspection.h"
#include "reporters/verdict_json.h"

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
          .in_recovery = identity.in_recovery};
}

// What was asked for by name must run: a check that belongs to none of the phases would be left out
// in silence.
void DemandEachRuns(const Plan& plan, const RunOptions& options) {
  std::vector<std::string> known;
  for (const Check& check : plan.checks) known.push_back(check.id);
  const std::string phases = Join(PhaseNames(options.phases), ", ");
  for (const std::string& check : options.checks) {
    if (std::find(known.begin(), known.end(), check) == known.end()) {
      throw PlanError("the plan has no check \"" + check + "\"" + Suggestion(check, known));
    }
    if (DeclaredCases(plan, options.phases, std::vector{check}).empty()) {
      throw PlanError("check \"" + check + "\" does not belong to " + phases);
    }
  }
  if (DeclaredCases(plan, options.phases, options.checks).empty()) {
    throw PlanError("no check of the plan belongs to " + phases + ": there is nothing to run");
  }
}

class PlanRun {
 public:
  PlanRun(const Plan& plan, const Environment& environment, const Endpoints& endpoints,
          const RunOptions& options)
      : plan_(plan),
        environment_(environment),
        options_(options),
        console_(options.style),
        header_(Header(plan, options)),
        folder_(options.out.empty() ? "evidence/" + header_.run : options.out),
        pair_(OpenSide("source", endpoints.source, plan.limits),
              OpenSide("target", endpoints.target, plan.limits)) {}

  int Run() {
    const OnInterrupt cancel([this] { pair_.Cancel(); });
    header_.servers = {ServerOf(pair_.source_side()), ServerOf(pair_.target_side())};
    folder_.Append(ToJson(header_));
    Print(console_.Header(header_));
    const auto cases = CasesOf(plan_, header_.declared);
    const bool all_passed = RunCases(
        cases, [this](const Case& one) { return RunOne(one); }, folder_.junit());
    ThrowIfInterrupted();
    return Conclude(all_passed);
  }

 private:
  static RunHeader Header(const Plan& plan, const RunOptions& options) {
    return {.run = NewRunId(),
            .tool = ToolName(),
            .plan = plan.name,
            .plan_digest = plan.digest,
            .rehearsal = options.rehearsal,
            .strict = options.strict,
            .phases = PhaseNames(options.phases),
            .checks = options.checks,
            .started = UtcNow(),
            .servers = {},
            .declared = DeclaredCases(plan, options.phases, options.checks)};
  }

  // What GoogleTest is told of the case: nothing, or why it fails.
  std::string RunOne(const Case& one) {
    if (WasInterrupted()) return "interrupted before this case";
    ShowProgress("  ...    " + Printable(one.declared.name()));
    const CaseResult result = Look(one);
    ShowProgress("");
    if (WasInterrupted()) return "interrupted in this case";
    folder_.Append(ToJson(result, options_.strict));
    const std::string lines = console_.CaseLines(result, options_.strict);
    if (!lines.empty() && phase_ != one.declared.phase) {
      phase_ = one.declared.phase;
      Print(console_.PhaseHeading(*phase_));
    }
    Print(lines);
    results_.push_back(result);
    const bool stands = StatusOf(result, options_.strict) == Status::kPass ||
                        !Decides(result.severity, options_.strict);
    return stands ? "" : Console({}).CaseLines(result, options_.strict);
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
      result.outcome =
          one.check->gate->run({pair_, environment_, plan_, one.check->arguments, *one.subject});
    } catch (const DatabaseError& error) {
      result.error = CaseError{error.what(), error.sqlstate()};
    } catch (const std::exception& error) {
      result.error = CaseError{error.what(), ""};
    }
    result.duration = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - start);
    return result;
  }

  int Conclude(bool all_passed) {
    Verdict verdict = Judge(header_.declared, results_, options_.strict);
    if (!all_passed && verdict.decision == Decision::kGo) {
      verdict.decision = Decision::kUndecided;
      verdict.reasons.emplace_back("GoogleTest saw a failure that the evidence does not hold");
    }
    const int status = ExitStatusOf(verdict.decision);
    const Json json = VerdictJson(header_, verdict, status, UtcNow());
    folder_.WriteVerdict(json);
    if (options_.json) {
      std::cout << json.dump(2, ' ', false, Json::error_handler_t::replace) << "\n";
    } else {
      Print(console_.VerdictLines(verdict, folder_.path().string()));
    }
    return status;
  }

  // One line of the terminal, overwritten by what comes next; nowhere else is progress shown.
  static void ShowProgress(const std::string& line) {
    static const bool on_terminal = isatty(STDERR_FILENO) == 1 && isatty(STDOUT_FILENO) == 1;
    if (on_terminal) std::cerr << "\r\033[K" << line << std::flush;
  }

  void Print(const std::string& text) const {
    if (!options_.json) std::cout << text << std::flush;
  }

  const Plan& plan_;
  const Environment& environment_;
  const RunOptions& options_;
  Console console_;
  RunHeader header_;
  EvidenceFolder folder_;
  Pair pair_;
  std::optional<Phase> phase_;
  std::vector<CaseResult> results_;
};

}  // namespace

int ExitStatusOf(Decision decision) {
  switch (decision) {
    case Decision::kGo:
      return 0;
    case Decision::kNoGo:
      return 1;
    case Decision::kUndecided:
      return 3;
  }
  return 3;
}

std::string ToolName() { return std::string("gonogo ") + kVersion; }

int Run(const Plan& plan, const Environment& environment, const Endpoints& endpoints,
        const RunOptions& options) {
  DemandEachRuns(plan, options);
  return PlanRun(plan, environment, endpoints, options).Run();
}

}  // namespace gonogo
