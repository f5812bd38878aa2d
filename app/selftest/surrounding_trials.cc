// Tries damage beside the databases.
#include "app/selftest/surrounding_trials.h"

#include "app/selftest/answers.h"
#include "core/plan/gate.h"

namespace gonogo {

SurroundingTrials::SurroundingTrials(const ThrowAwayPair& pair, bool full)
    : surroundings_(pair), gates_(GatesOf(surroundings_.plan())), full_(full) {}

std::vector<CaseResult> SurroundingTrials::Answers(
    const std::function<bool(const Gate&)>& wants) const {
  const RunContext context = surroundings_.Context();
  std::vector<DeclaredCase> cases = DeclaredCases(context.plan, {}, {});
  std::erase_if(cases, [&](const DeclaredCase& one) {
    return !wants(*context.plan.CheckNamed(one.check).gate);
  });
  return AnswersOn(OpenPair(context), context, cases);
}

// Damage to files leaves the sessions as they are, and the other way round.
std::vector<CaseResult> SurroundingTrials::AnswersAbout(const Damage& damage) const {
  const bool all = full_ || damage.IsHarmless();
  return Answers([&](const Gate& gate) {
    const bool is_near = (gate.family == "sessions") == (damage.medium != Medium::kFiles);
    return gate.name == damage.gate || (all && is_near);
  });
}

std::vector<std::string> SurroundingTrials::RedWithoutDamage() const {
  std::vector<std::string> red;
  const auto all = [](const Gate&) { return true; };
  for (const auto& [gate, words] : Judge(Damage{}, Answers(all), gates_).red) {
    red.push_back(gate + ": " + words);
  }
  return red;
}

Trial SurroundingTrials::Try(const Damage& damage) {
  const auto start = std::chrono::steady_clock::now();
  if (const auto refusal = surroundings_.Plant(damage)) {
    return {.damage = damage, .fate = Fate::kUnviable, .why = refusal->why, .red = {}, .asked = {}};
  }
  Trial trial = Judge(damage, AnswersAbout(damage), gates_);
  surroundings_.Undo(damage);
  trial.took = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now() - start);
  return trial;
}

}  // namespace gonogo
