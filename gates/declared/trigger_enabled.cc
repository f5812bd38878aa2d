// trigger_enabled: triggers of the target exist and fire for the application's sessions.
#include "gates/declared/target_relation.h"
#include "sql/declared.h"

namespace gonogo::trigger_enabled {
namespace {
constexpr std::string_view kTriggers = "triggers";
}

Gate Definition() {
  return RelationListGate<kTriggers, sql::kTriggerEnabled>(
      "trigger_enabled", "Triggers of the target exist and are enabled.",
      "the triggers, by relation");
}

}  // namespace gonogo::trigger_enabled
