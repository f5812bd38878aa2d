// trigger_enabled: triggers of the target exist and fire for the application's sessions.
#include "gates/declared/target_relation.h"
#include "sql/declared.h"

namespace gonogo::trigger_enabled {
namespace {
constexpr std::string_view kTriggers = "triggers";
}

Gate Definition() {
  return RelationListGate<kTriggers, sql::kTriggerEnabled>(
      {.name = "trigger_enabled",
       .summary = "Triggers of the target exist and are enabled.",
       .meaning = "The target doesn't do on each write what the trigger is for.",
       .remedy = "Run CREATE TRIGGER, or ALTER TABLE with ENABLE TRIGGER on the table and each "
                 "partition.",
       .phases = {Phase::kSchema, Phase::kGate}},
      "the triggers, by relation");
}

}  // namespace gonogo::trigger_enabled
