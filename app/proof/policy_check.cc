// A requirement that isn't met is wrong; that too few signed is what a later signature mends.
#include "app/proof/policy_check.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/record/clocks.h"
#include "core/text/text.h"
#include "fixtures/system/clock.h"

namespace gonogo {

void CheckPolicy(const Policy& policy, const PolicyFacts& facts, const std::string& now,
                 Checklist& list) {
  if (facts.keys < policy.signers) {
    list.Add(PointState::kOpen, fmt::format("signatures by {} count, and at least {} must",
                                            Counted(facts.keys, "key"), policy.signers));
  } else {
    list.Add(PointState::kGood, fmt::format("signed by {}", Counted(facts.keys, "key")));
  }
  const auto require = [&](bool is_required, bool is_met, const std::string& met,
                           const std::string& unmet) {
    if (!is_required) return;
    list.Add(is_met ? PointState::kGood : PointState::kWrong,
             "required: " + (is_met ? met : unmet));
  };
  require(policy.go, facts.is_whole_go, "GO", "GO, but it is " + facts.verdict);
  if (policy.go && !facts.counts_until.empty()) {
    require(true, now <= facts.counts_until, "results that count until " + facts.counts_until,
            fmt::format("results that count, but a check's max_age_minutes ended at {}",
                        facts.counts_until));
  }
  // A run without a selection asks all phases.
  const auto& phases = facts.phases;
  require(!policy.phase.empty(),
          phases.empty() || std::find(phases.begin(), phases.end(), policy.phase) != phases.end(),
          "phase " + policy.phase,
          fmt::format("phase {}, but it is of {}", policy.phase, Join(phases, ", ")));
  require(policy.production, !facts.is_rehearsal, "production",
          "production, but it is a rehearsal");
  require(!policy.plan.empty(), facts.plan_digest.starts_with(policy.plan), "plan " + policy.plan,
          fmt::format("plan {}, but it is of {}", policy.plan, facts.plan_digest.substr(0, 12)));
  if (!policy.age) return;
  const auto age = TimeBetween(facts.started, now);
  require(
      true, age < *policy.age, "age " + DurationText(age),
      fmt::format("an age below {}, but it is {}", DurationText(*policy.age), DurationText(age)));
}

}  // namespace gonogo
