// Gates that check relations of the target against what the plan says. They don't ask the source: a
// migration inside one database has none.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/plan/gate.h"
#include "core/values/rows.h"
#include "gates/gate_head.h"
#include "gates/inspection.h"
#include "gates/subjects.h"

namespace gonogo {

// Returns the oid of a table, view or foreign table of the target, to be bound to a parameter.
// Throws DatabaseError (42P01) if it doesn't exist.
std::string OidOnTarget(Pair& pair, const std::string& relation);

// Runs `statement` on the target with the relation's oid as $1 and `values` as the other
// parameters, and judges its rows with JudgeRows. Throws DatabaseError if the relation doesn't
// exist, and as JudgeRows does.
Outcome JudgeTargetRelation(const Inspection& in, const std::string& relation,
                            std::string_view statement, const std::vector<Value>& values);

// Does the same for the relation that the case's subject names. $2 is its list in the map
// `parameter`, as JSON.
Outcome JudgeList(const Inspection& in, const std::string& parameter, std::string_view statement);

// Returns a gate with one parameter, a map of relations to lists of names. Each relation is a case,
// which `statement` judges; see JudgeList.
template <const std::string_view& parameter, const std::string_view& statement>
Gate RelationListGate(GateHead head, std::string description) {
  return {
      .name = std::move(head.name),
      .summary = std::move(head.summary),
      .meaning = std::move(head.meaning),
      .remedy = std::move(head.remedy),
      .phases = std::move(head.phases),
      .parameters =
          {TextListMapParameter(std::string(parameter), std::move(description)).Required()},
      .subjects =
          [](const Plan&, const Arguments& arguments) {
            return OneForEachList(arguments, std::string(parameter));
          },
      .run = [](const Inspection& in) { return JudgeList(in, std::string(parameter), statement); }};
}

}  // namespace gonogo
