// Without a chain, as an early gonogo wrote it.
#include "tests/support/migrations/rehearsed_ledger.h"

#include "core/json/json.h"
#include "core/record/ledger.h"

namespace gonogo::testing_support {

std::string RehearsedLedger(const std::string& plan, const std::vector<RehearsedStage>& stages) {
  std::string lines;
  std::chrono::milliseconds time{0};
  const auto add = [&](LedgerEvent event, const RehearsedStage& of, const std::string& step,
                       const Json& details) {
    lines += ToText(ToJson(LedgerLine{.event = event,
                                      .stage = of.stage,
                                      .step = step,
                                      .at = "2026-01-01T00:00:00.000Z",
                                      .offset = time,
                                      .details = details})) +
             "\n";
  };
  for (const RehearsedStage& one : stages) {
    const auto began = time;
    add(LedgerEvent::kStageBegan, one, "", {{"plan", plan}, {"plan_digest", "another"}});
    for (const std::string& command : one.commands) {
      add(LedgerEvent::kStepBegan, one, "command " + command, Json::object());
      if (command == one.commands.back()) time += one.last_command_took;
      add(LedgerEvent::kStepDone, one, "command " + command, {{"status", 0}});
    }
    time = began + one.took;
    add(LedgerEvent::kStageEnded, one, "", {{"status", 0}});
  }
  return lines;
}

}  // namespace gonogo::testing_support
