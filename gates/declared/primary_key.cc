// primary_key: relations of the target have the primary key that the plan says, in its order.
#include "core/plan/gate.h"
#include "gates/declared/target_relation.h"
#include "gates/subjects.h"
#include "sql/declared.h"

namespace gonogo {
namespace {

constexpr const char* kKeys = "keys";

std::vector<Subject> Subjects(const Plan&, const Arguments& arguments) {
  return OneForEachList(arguments, kKeys);
}

Outcome Run(const Inspection& in) { return JudgeList(in, kKeys, sql::kPrimaryKey); }

}  // namespace

Gate primary_key() {
  return {.name = "primary_key",
          .summary = "Relations of the target have the primary key that the plan says.",
          .phases = {Phase::kSchema, Phase::kGate},
          .parameters =
              {TextListMapParameter(kKeys, "the columns of a relation's key, in order").Required()},
          .subjects = Subjects,
          .run = Run};
}

}  // namespace gonogo
