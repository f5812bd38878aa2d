// Runs a plan with one check, as gonogo does.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/error.h"
#include "core/plan/declared_case.h"
#include "core/plan/gate.h"
#include "core/plan/reading/plan_reader.h"
#include "gates/contents/content_comparison.h"
#include "gates/gate_table.h"
#include "gates/inquiry/inquiry.h"
#include "gates/inspection.h"
#include "gates/objects/relation_catalogue.h"

namespace gonogo::testing_support {

// Returns a pair of which no server answers.
inline Pair PairOutOfReach() {
  const auto side = [](const char* name) {
    return Side{.name = name, .failure = DatabaseError("no server answers", "08006")};
  };
  return {side("source"), side("target")};
}

class RunningGate {
 public:
  // `check` has the keys of the only check; `more` has further keys of the plan.
  RunningGate(Json check, const Environment& environment, const Json& more = Json::object())
      : environment_(environment) {
    check["id"] = "check";
    Json plan = {{"gonogo", 1}, {"name", "test"}};
    plan.update(more);
    for (const char* side : {"source", "target"}) {
      plan["connections"][side] = {{"url", {{"env", side}}}};
    }
    plan["checks"] = Json::array({check});
    plan_ = ReadPlan(ParseLocated(plan.dump(), "plan"), AllGates(), {}, environment_);
    migration_ = MigrationFolderOf(environment_, plan_.name);
  }

  std::size_t subjects() const { return plan_.checks.front().subjects.size(); }

  // Runs the check on its first subject. Throws what the gate throws.
  Outcome Run(Pair& pair) const { return OutcomesOf(pair, 1).front(); }

  // Runs it on all subjects. Throws what the gate throws.
  std::vector<Outcome> RunAll(Pair& pair) const {
    return OutcomesOf(pair, plan_.checks.front().subjects.size());
  }

  // Runs it on these subjects only, as a shard does that has no others.
  std::vector<CaseResult> RunOnly(Pair& pair, const std::set<std::string>& subjects) const {
    const Check& check = plan_.checks.front();
    std::vector<DeclaredCase> declared = DeclaredCases(plan_, {}, {});
    std::erase_if(declared, [&](const auto& one) { return !subjects.contains(one.subject); });
    Inquiry inquiry(pair, {plan_, environment_, migration_}, declared, {});
    std::vector<CaseResult> results;
    for (const Subject& subject : check.subjects) {
      if (subjects.contains(subject.name)) results.push_back(inquiry.Run(check, subject));
    }
    return results;
  }

 private:
  std::vector<Outcome> OutcomesOf(Pair& pair, std::size_t count) const {
    const Check& check = plan_.checks.front();
    Contents contents(pair, PlannedComparisons(plan_, DeclaredCases(plan_, {}, {})), {});
    RelationCatalogue catalogue(pair, plan_);
    CheckMemory memory;
    std::vector<Outcome> outcomes;
    for (std::size_t i = 0; i < count; ++i) {
      outcomes.push_back(check.gate->run({pair, contents, catalogue, memory, environment_,
                                          migration_, plan_, check.arguments, check.subjects[i]}));
    }
    return outcomes;
  }

  Environment environment_;
  MigrationFolder migration_;
  Plan plan_;
};

}  // namespace gonogo::testing_support
