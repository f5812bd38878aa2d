// Looks: the checks of a stage that has passed run again when their result is too old to rely on.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "core/plan/plan.h"
#include "core/record/ledger.h"

namespace gonogo {

// What decides, besides the ledger, whether a result still counts.
struct Present {
  std::string now;
  bool strict = false;            // advisory findings decide, too
  std::vector<Waiver> waivers{};  // in force or not
};

// Returns for how long the result of the stage's checks counts; 0: without limit. Preflight inside
// one database counts as long as its baseline may be used. No check's result counts for longer than
// the check says.
std::chrono::minutes MaxAge(const Plan& plan, Phase stage);

// Returns the checks of the phase that run at the end of the stage: those that no command runs.
std::vector<std::string> ChecksAtTheEnd(const Plan& plan, Phase stage);

// Returns the checks that a look at the stage runs: those at its end, or else those in commands
// after which no command changed anything. Empty: none can run by themselves.
std::vector<std::string> ChecksOfLook(const Plan& plan, Phase stage);

// Returns true if the stage does nothing but run checks, so that running it again is a look.
bool OnlyLooks(const Plan& plan, Phase stage);

// Returns when the stage first changed something that no rollback has undone since, or "". Its
// checks change nothing.
std::string FirstAct(const Plan& plan, const Ledger& ledger, Phase stage);

// The result of a stage that the next one, or the end of the runbook, relies on.
struct Reliance {
  Phase stage = Phase::kPreflight;
  std::string at;  // when its checks last ran
  std::chrono::milliseconds age{0};
  std::chrono::minutes max_age{0};  // 0: without limit
  bool can_look = false;            // whether its checks can run again
  std::string due;  // why it doesn't count: "passed 30 h 2 min ago, but counts for 24 h"; or ""
};

// Returns the stages of `completed` on which `next` relies, or the end of the runbook if that is
// not given. What the application changed since can't be looked at again: a stage after cutover
// relies on none before it. Throws PlanError if a result is later than now.
std::vector<Reliance> ReliedOn(const Plan& plan, const Ledger& ledger,
                               const std::vector<Phase>& completed, std::optional<Phase> next,
                               const Present& present);

// Returns the command that makes the result of the stage count again.
std::string HowToLook(const Plan& plan, Phase stage);

// Returns "gate: GO 3 h 20 min ago (2026-02-21T09:30:00.000Z), counts for 24 h".
std::string Describe(const Reliance& reliance);

}  // namespace gonogo
