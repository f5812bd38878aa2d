// One check on its first subject, as a run of the program would look.
#pragma once

#include "core/plan/gate.h"
#include "core/plan/plan_reader.h"
#include "gates/gate_table.h"
#include "gates/inspection.h"

namespace gonogo::testing_support {

class RunningGate {
 public:
  // `check`: the members of the plan's one check, gate included; `more`: of the plan.
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
  }

  // Throws as the gate does.
  Outcome Look(Pair& pair) const {
    const Check& check = plan_.checks.front();
    Contents contents(pair, {}, {});
    Catalogues catalogues(pair, plan_);
    return check.gate->run(
        {pair, contents, catalogues, environment_, plan_, check.arguments, check.subjects.front()});
  }

 private:
  Environment environment_;
  Plan plan_;
};

}  // namespace gonogo::testing_support
