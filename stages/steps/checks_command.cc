// Each run of the checks is a line in the ledger, so an interrupted soak continues where it was.
#include "stages/steps/checks_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <vector>

#include "core/json/json.h"
#include "core/plan/shown_command.h"
#include "core/record/facts.h"
#include "core/text/digest.h"
#include "core/text/text.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/interrupt.h"
#include "stages/steps/command_log.h"

namespace gonogo {
namespace {

// Exit statuses of `gonogo run`.
constexpr int kPassed = 0;
constexpr int kFailed = 1;

// The digest of what decides the checks' result besides the data: the plan, and what the
// environment gives to their arguments.
std::string DigestOf(const Plan& plan, const StageCommand& command) {
  std::string text = plan.digest + "\n" + plan.flag_file + "\n";
  for (const std::string& id : command.checks()) {
    text += id + " " + ToText(plan.CheckNamed(id).arguments.values()) + "\n";
  }
  return Sha256(text);
}

// One run of the command's checks.
struct ChecksRun {
  std::string at;
  bool passed = false;  // under the same digest as now
};

std::vector<ChecksRun> RunsOf(const StageRun& run, const StageCommand& command) {
  const std::string digest = DigestOf(run.plan, command);
  std::vector<ChecksRun> runs;
  for (const LedgerLine& line : CommandLines(run)) {
    if (line.event != LedgerEvent::kStepDone || line.step != command.step()) continue;
    const ChecksFacts facts = ChecksFactsFrom(line.details);
    runs.push_back({line.at, facts.status == kPassed && facts.look == digest});
  }
  return runs;
}

// How long the checks have passed without a failed run or a change of the digest. If nobody checked
// for a while, that time counts as one interval at most.
std::chrono::milliseconds PassedFor(const std::vector<ChecksRun>& runs,
                                    std::chrono::milliseconds interval) {
  std::chrono::milliseconds passed_for{0};
  const ChecksRun* last = nullptr;
  for (const ChecksRun& run : runs) {
    if (!run.passed) {
      passed_for = {};
      last = nullptr;
      continue;
    }
    if (last != nullptr) passed_for += std::min(TimeBetween(last->at, run.at), interval);
    last = &run;
  }
  return passed_for;
}

std::string RunOnce(StageRun& run, const StageCommand& command) {
  run.check_lock();
  const CasesResult result = run.run_checks(command.checks(), run.deadline);
  NoteDone(run, command,
           ToJson(ChecksFacts{.status = result.status,
                              .evidence = result.evidence,
                              .sums = result.sums,
                              .reasons = result.reasons,
                              .look = DigestOf(run.plan, command)}));
  if (result.status == kPassed) return "";
  if (result.status == kFailed) {
    return fmt::format("checks \"{}\" failed: {}; the commands before them stay in effect",
                       command.name, result.evidence);
  }
  throw std::runtime_error(
      fmt::format("checks \"{}\" couldn't decide: {}", command.name, result.evidence));
}

}  // namespace

std::string RunChecksCommand(StageRun& run, const StageCommand& command) {
  const std::chrono::seconds interval(command.arguments.Integer("every_s"));
  const std::chrono::duration<double, std::ratio<3600>> wanted(
      command.arguments.Number("for_hours"));
  for (;;) {
    const auto next = std::chrono::steady_clock::now() + interval;
    std::string failure = RunOnce(run, command);
    if (!failure.empty() || PassedFor(RunsOf(run, command), interval) >= wanted) return failure;
    SleepUntil(std::min(next, run.deadline));
    if (std::chrono::steady_clock::now() >= run.deadline) {
      return fmt::format("checks \"{}\" haven't passed for {} h", command.name, wanted.count());
    }
  }
}

std::string AskAgain(StageRun& run, const std::vector<std::string>& checks) {
  if (checks.empty()) return "";
  run.check_lock();
  run.output.print_line("  asks again: " + Join(checks, ", "));
  const CasesResult result = run.run_checks(checks, run.deadline);
  if (result.status == kPassed) return "";
  const std::string what = fmt::format(
      "{} passed before and does no longer: {}; close the source, and run this again, or go "
      "back with `{}`",
      Join(checks, ", "), result.evidence, ShownCommand("stage rollback", run.plan));
  if (result.status == kFailed) return what;
  throw std::runtime_error(what);
}

bool HavePassed(const StageRun& run, const StageCommand& command) {
  const std::vector<ChecksRun> runs = RunsOf(run, command);
  return !runs.empty() && runs.back().passed;
}

}  // namespace gonogo
