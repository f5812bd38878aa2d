// gonogo waive: records that somebody accepts a finding, or lists the waivers.
#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "app/commands/commands.h"
#include "app/commands/record_options.h"
#include "app/exit_status.h"
#include "app/help_page.h"
#include "core/error.h"
#include "core/plan/declared_case.h"
#include "core/text/text.h"
#include "core/values/waiver.h"
#include "fixtures/system/clock.h"
#include "reporters/lists/waiver_list.h"

namespace gonogo {
namespace {

struct WaiveCommandLine {
  RecordOptions record;
  Waiver waiver;
};

int ListWaivers(const Plan& plan, const MigrationFolder& migration, bool json) {
  const auto waivers = WaiversOf(plan, migration);
  const std::string now = UtcNow();
  std::cout << (json ? WaiverListJson(waivers, plan.digest, now)
                     : WaiverListText(waivers, plan.digest, now));
  return kExitGo;
}

int Execute(const WaiveCommandLine& line) {
  const auto [plan, migration] = PlanAndMigrationOf(line.record);
  if (line.record.list) {
    if (line.waiver != Waiver()) {
      throw PlanError("--list can't be combined with the options of a waiver");
    }
    return ListWaivers(plan, migration, line.record.json);
  }
  if (line.record.json) throw PlanError("--json needs --list");
  Waiver waiver = line.waiver;
  waiver.at = UtcNow();
  waiver.plan = plan.name;
  waiver.plan_digest = plan.digest;
  RequireComplete(waiver);
  RequireMatchingCase(plan, waiver);
  ReadWaivers(migration);  // throws if the file is broken: a line appended to it would be lost
  AppendRecords(migration.waivers, {ToJson(waiver)});
  std::cout << Printable(fmt::format("waived {}, {}\n", waiver.name(), Describe(waiver)));
  if (IsExpired(waiver, waiver.at)) {
    std::cout << "warning: the expiry date is in the past, so this waiver has no effect\n";
  }
  std::cout << fmt::format("for plan {}, sha256 {}: {}\n", Printable(plan.name),
                           plan.digest.substr(0, 12), migration.waivers.string());
  return kExitGo;
}

}  // namespace

void AddWaive(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("waive", "accept a finding with a reason and an expiry date");
  const auto line = std::make_shared<WaiveCommandLine>();
  line->record.AddTo(*command);
  Waiver& waiver = line->waiver;
  command->add_option("--check", waiver.check, "the check with the finding")->option_text("ID");
  command->add_option("--subject", waiver.subject, "its subject, or a pattern with *")
      ->option_text("PATTERN");
  command->add_option("--reason", waiver.reason, "why the finding is accepted")
      ->option_text("TEXT");
  command->add_option("--owner", waiver.owner, "who is responsible")->option_text("NAME");
  command->add_option("--until", waiver.until, "the last day on which the waiver is valid, UTC")
      ->option_text("YYYY-MM-DD");
  command->footer(
      "Exit status: 0 recorded or listed; 2 wrong usage, plan or file.\nA waiver is valid for "
      "exactly this text of the plan. The last waiver for a check and subject counts; to revoke "
      "one, record it again with a day in the past. A waiver accepts findings and missing "
      "signatures, never an ERROR.");
  AddExamples(*command, {"gonogo waive --plan plan.json --list",
                         R"(gonogo waive --plan plan.json --check comments --subject database \
    --reason "shortened on purpose" --owner "on-call DBA" --until 2027-01-31)"});
  command->callback([line, &status] { status = Execute(*line); });
}

}  // namespace gonogo
