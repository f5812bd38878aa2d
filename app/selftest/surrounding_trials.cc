// Tries damage beside the databases.
#include "app/selftest/surrounding_trials.h"

#include "app/selftest/answers.h"
#include "core/plan/gate.h"

namespace gonogo {
namespace {

// Returns whether the gate could see damage there: that of files leaves the sessions as they are,
// and the other way round.
bool IsNear(const Gate& gate, Medium medium) {
  const bool looks_at_sessions = gate.family == "sessions";
  if (medium == Medium::kFiles) return !looks_at_sessions;
  // Gate certificates has connections of its own.
  if (medium == Medium::kServer)
    return gate.needs != Needs::kNothing || gate.name == "certificates";
  return looks_at_sessions;
}

}  // namespace

SurroundingTrials::SurroundingTrials(const PairPrograms& programs, bool full)
    : servers_(MakePairFolder(), programs),
      surroundings_(servers_.pair()),
      gates_(GatesOf(surroundings_.plan())),
      full_(full) {}

std::vector<CaseResult> SurroundingTrials::Answers(
    const std::function<bool(const Gate&)>& wants) const {
  const RunContext context = surroundings_.Context();
  std::vector<DeclaredCase> cases = DeclaredCases(context.plan, {}, {});
  std::erase_if(cases, [&](const DeclaredCase& one) {
    return !wants(*context.plan.CheckNamed(one.check).gate);
  });
  return AnswersOn(OpenPair(context), context, cases);
}

std::vector<CaseResult> SurroundingTrials::AnswersAbout(const Damage& damage) const {
  const bool all = full_ || damage.IsHarmless();
  return Answers([&](const Gate& gate) {
    return gate.name == damage.gate || (all && IsNear(gate, damage.medium));
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
