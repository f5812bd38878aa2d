// trigger_enabled: triggers that the application relies on are there, and fire for it.
#include "core/gate.h"
#include "gates/target_relation.h"
#include "sql/statements.h"

namespace gonogo {
namespace {

constexpr const char* kTriggers = "triggers";

std::vector<Subject> Subjects(const Plan&, const Arguments& arguments) {
  return OneForEachList(arguments, kTriggers);
}

Outcome Run(const Inspection& in) { return JudgeList(in, kTriggers, sql::kTriggerEnabled); }

}  // namespace

Gate trigger_enabled() {
  return {.name = "trigger_enabled",
          .summary = "Triggers of the target are there and enabled.",
          .phases = {Phase::kSchema, Phase::kGate},
          .parameters = {{.name = kTriggers,
                          .kind = Kind::kTextLists,
                          .description = "which triggers of a relation",
                          .required = true}},
          .subjects = Subjects,
          .run = Run};
}

}  // namespace gonogo
