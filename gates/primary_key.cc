// primary_key: relations of the target have the primary key that the plan says, in its order.
#include "core/gate.h"
#include "gates/target_relation.h"
#include "sql/statements.h"

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
          .parameters = {{.name = kKeys,
                          .kind = Kind::kTextLists,
                          .description = "the columns of a relation's key, in order",
                          .required = true}},
          .subjects = Subjects,
          .run = Run};
}

}  // namespace gonogo
