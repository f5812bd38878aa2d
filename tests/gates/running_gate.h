// Runs a plan with one check on the check's first subject, as gonogo does.
#pragma once

#include "core/plan/gate.h"
#include "core/plan/reading/plan_reader.h"
#include "gates/gate_table.h"
#include "gates/inspection.h"
#include "gates/objects/relation_catalogue.h"

namespace gonogo::testing_support {

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

  // Throws what the gate throws.
  Outcome Run(Pair& pair) const {
    const Check& check = plan_.checks.front();
    Contents contents(pair, {}, {});
    RelationCatalogue catalogue(pair, plan_);
    CheckMemory memory;
    return check.gate->run({pair, contents, catalogue, memory, environment_, migration_, plan_,
                            check.arguments, check.subjects.front()});
  }

 private:
  Environment environment_;
  MigrationFolder migration_;
  Plan plan_;
};

}  // namespace gonogo::testing_support
