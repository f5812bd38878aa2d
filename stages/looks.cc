// A look has an age, an act hasn't: what a stage did isn't undone by time, but what its checks saw
// is.
#include "stages/looks.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/error.h"
#include "core/plan/shown_command.h"
#include "core/plan/stage_command.h"
#include "core/record/clocks.h"
#include "fixtures/system/clock.h"
#include "stages/stage_order.h"

namespace gonogo {
namespace {

constexpr std::int64_t kMostHours = 1'000'000;  // more would overflow

bool IsChecksStep(const std::vector<StageCommand>& commands, const std::string& step) {
  return std::any_of(commands.begin(), commands.end(), [&](const StageCommand& command) {
    return command.kind == CommandKind::kChecks && command.step() == step;
  });
}

// The checks of commands that nothing followed which changes anything.
std::vector<std::string> ChecksAfterTheLastAct(const std::vector<StageCommand>& commands) {
  std::vector<StageCommand> last;
  for (const StageCommand& command : commands) {
    const bool changes_nothing =
        command.kind == CommandKind::kChecks || command.kind == CommandKind::kWait;
    if (!changes_nothing) last.clear();
    if (changes_nothing) last.push_back(command);
  }
  return ChecksInCommands(last);
}

// Inside one database, preflight takes what the rollback restores: running its checks again would
// not make the backup and the baseline any younger.
bool TakesBackup(const Plan& plan, Phase stage) {
  return stage == Phase::kPreflight && !plan.has_source();
}

bool IsLook(Phase stage) { return stage == Phase::kVerify || stage == Phase::kGate; }

// The last stage that has acted so that the sides differ on purpose since, or nothing.
std::optional<Phase> LastActOf(const Plan& plan, const Ledger& ledger,
                               const std::vector<Phase>& completed) {
  for (const Phase stage : {Phase::kCutover, Phase::kSchema}) {
    if (!plan.stages.contains(stage) || (stage == Phase::kSchema && plan.has_source())) continue;
    const bool is_done = std::find(completed.begin(), completed.end(), stage) != completed.end();
    if (is_done || !FirstAct(plan, ledger, stage).empty()) return stage;
  }
  return std::nullopt;
}

// Returns whether that waiver is in force now, perhaps until another day.
bool IsInForce(const std::string& id, const Plan& plan, const Present& present) {
  return std::any_of(present.waivers.begin(), present.waivers.end(), [&](const Waiver& waiver) {
    return waiver.id() == id && !IsOfAnotherPlan(waiver, plan.digest) &&
           !IsExpired(waiver, present.now);
  });
}

// Returns the first case that passed on a waiver which isn't in force now, or "". The ledger of an
// earlier version doesn't say which waivers those were.
std::string CaseWithoutWaiver(const Plan& plan, const LedgerLine& result, const Present& present) {
  const Json waived = result.details.value("waived", Json::array());
  for (const Json& one : waived) {
    const Json waivers = one.value("waivers", Json::array());
    const bool holds =
        !waivers.empty() && std::all_of(waivers.begin(), waivers.end(), [&](const Json& waiver) {
          return IsInForce(waiver.at("id"), plan, present);
        });
    if (holds) continue;
    return one.at("check").get<std::string>() + "." + one.at("subject").get<std::string>();
  }
  return "";
}

// Returns why the checks would be judged differently now, or "". Earlier stages checked what later
// ones then changed.
std::string ReasonToJudgeAgain(const Plan& plan, const LedgerLine& result, const Present& present) {
  if (result.stage < Phase::kVerify || ChecksOfLook(plan, result.stage).empty()) return "";
  if (present.strict && !result.details.value("strict", false)) return "passed without --strict";
  const std::string name = CaseWithoutWaiver(plan, result, present);
  if (name.empty()) return "";
  return fmt::format("passed on a waiver of {} that isn't in force now", name);
}

// "24 h", "90 min"
std::string SpanText(std::chrono::minutes span) {
  const auto hours = std::chrono::floor<std::chrono::hours>(span);
  return hours == span ? fmt::format("{} h", hours.count()) : fmt::format("{} min", span.count());
}

std::string ReasonDue(const Plan& plan, const LedgerLine& result, const Reliance& reliance,
                      const Present& present) {
  if (result.details.at("status") != 0) {
    return fmt::format("ended {} when gonogo looked at it again at {}",
                       result.details.at("outcome").get<std::string>(), result.at);
  }
  if (reliance.max_age.count() == 0 || reliance.age <= reliance.max_age) {
    return ReasonToJudgeAgain(plan, result, present);
  }
  return fmt::format("passed {} ago, but counts for {}", DurationText(reliance.age),
                     SpanText(reliance.max_age));
}

Reliance RelianceOn(const Plan& plan, const Ledger& ledger, Phase stage, const Present& present) {
  const std::string& now = present.now;
  const LedgerLine& result = *ledger.LastResult(stage);
  Reliance reliance{.stage = stage,
                    .at = result.at,
                    .age = TimeBetween(result.at, now),
                    .max_age = MaxAge(plan, stage),
                    .due = ""};
  if (reliance.age < -kMostClockSkew) {
    throw PlanError(fmt::format("stage {} passed at {}, but it is {} now: a clock is wrong",
                                PhaseName(stage), result.at, now));
  }
  reliance.age = std::max(reliance.age, std::chrono::milliseconds(0));
  reliance.can_look =
      !ChecksOfLook(plan, stage).empty() || stage == Phase::kDualWrite || TakesBackup(plan, stage);
  if (reliance.can_look) reliance.due = ReasonDue(plan, result, reliance, present);
  return reliance;
}

// The checks whose own max_age bounds that of the stage. The gate asks some of verify again. Those
// of the cutover and later ones can't all be asked again: the sides differ on purpose by then.
std::vector<std::string> ChecksWithAge(const Plan& plan, Phase stage) {
  if (!IsLook(stage) && stage != Phase::kDualWrite) return {};
  std::vector<std::string> checks = ChecksOfLook(plan, stage);
  if (stage == Phase::kVerify && plan.stages.contains(Phase::kGate)) {
    std::erase_if(
        checks, [&](const std::string& id) { return plan.CheckNamed(id).BelongsTo(Phase::kGate); });
  }
  return checks;
}

}  // namespace

std::chrono::minutes MaxAge(const Plan& plan, Phase stage) {
  const Arguments& arguments = plan.stages.at(stage);
  const bool decides = stage >= Phase::kGate || stage == RunbookOf(plan).back();
  std::int64_t hours = decides ? plan.max_age_hours : 0;
  if (TakesBackup(plan, stage)) hours = plan.baseline->max_age.count();
  if (arguments.Has("max_age_hours")) hours = arguments.Integer("max_age_hours");
  std::chrono::minutes most = std::chrono::hours(std::min(hours, kMostHours));
  for (const std::string& id : ChecksWithAge(plan, stage)) {
    const auto max_age = plan.CheckNamed(id).max_age;
    if (max_age.count() > 0 && (most.count() == 0 || max_age < most)) most = max_age;
  }
  return most;
}

std::vector<std::string> ChecksAtTheEnd(const Plan& plan, Phase stage) {
  const auto in_commands = ChecksInCommands(StageCommandsOf(plan.stages.at(stage)));
  std::vector<std::string> checks;
  for (const Check& check : plan.checks) {
    const bool is_run =
        std::find(in_commands.begin(), in_commands.end(), check.id) != in_commands.end();
    if (check.BelongsTo(stage) && !is_run) checks.push_back(check.id);
  }
  return checks;
}

std::vector<std::string> ChecksOfLook(const Plan& plan, Phase stage) {
  if (TakesBackup(plan, stage)) return {};
  const std::vector<std::string> checks = ChecksAtTheEnd(plan, stage);
  if (!checks.empty()) return checks;
  const auto commands = StageCommandsOf(plan.stages.at(stage));
  return IsLook(stage) ? ChecksInCommands(commands) : ChecksAfterTheLastAct(commands);
}

bool OnlyLooks(const Plan& plan, Phase stage) {
  return IsLook(stage) && StageCommandsOf(plan.stages.at(stage)).empty();
}

std::string FirstAct(const Plan& plan, const Ledger& ledger, Phase stage) {
  const auto commands = StageCommandsOf(plan.stages.at(stage));
  // Inside one database, a rollback that was interrupted has restored nothing.
  const auto lines = plan.has_source() ? ledger.StepsInForce(stage) : ledger.SinceRestored(stage);
  std::string first;
  for (const LedgerLine& line : lines) {
    if (line.step == kUndoneStep) {
      first.clear();
    } else if (line.event == LedgerEvent::kStepBegan && first.empty() &&
               !IsChecksStep(commands, line.step)) {
      first = line.at;
    }
  }
  return first;
}

std::vector<Reliance> ReliedOn(const Plan& plan, const Ledger& ledger,
                               const std::vector<Phase>& completed, std::optional<Phase> next,
                               const Present& present) {
  const std::optional<Phase> act = LastActOf(plan, ledger, completed);
  std::vector<Reliance> relied_on;
  for (const Phase stage : completed) {
    if (next && stage >= *next) break;
    const bool counts = !act || stage > *act || (stage == *act && !next);
    if (counts) relied_on.push_back(RelianceOn(plan, ledger, stage, present));
  }
  return relied_on;
}

std::string HowToLook(const Plan& plan, Phase stage) {
  const bool by_itself = OnlyLooks(plan, stage) || ChecksOfLook(plan, stage).empty();
  return ShownCommand((by_itself ? "stage " : "stage all --until ") + PhaseName(stage), plan);
}

std::string Describe(const Reliance& reliance) {
  const std::string counts = !reliance.can_look ? "no check of it can run again"
                             : reliance.max_age.count() == 0
                                 ? "counts without limit"
                                 : "counts for " + SpanText(reliance.max_age);
  return fmt::format("{}: GO {} ago ({}), {}", PhaseName(reliance.stage),
                     DurationText(reliance.age), reliance.at, counts);
}

}  // namespace gonogo
