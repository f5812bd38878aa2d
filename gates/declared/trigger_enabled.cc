// trigger_enabled: triggers that the application relies on are there, and fire for it.
#include "core/plan/gate.h"
#include "gates/declared/target_relation.h"
#include "gates/subjects.h"
#include "sql/declared.h"

namespace gonogo {
namespace {

constexpr const char* kTriggers = "triggers";

std::vector<Subject> Subjects(const Plan&, const Arguments& arguments) {
  return OneForEachList(arguments, kTriggers);
}

Outcome Run(const Inspection& in) { return JudgeList(in, kTriggers, sql::kTriggerEnabled); }

}  // namespace

Gate trigger_enabled() {
  return {
      .name = "trigger_enabled",
      .summary = "Triggers of the target are there and enabled.",
      .phases = {Phase::kSchema, Phase::kGate},
      .parameters = {TextListMapParameter(kTriggers, "which triggers of a relation").Required()},
      .subjects = Subjects,
      .run = Run};
}

}  // namespace gonogo
