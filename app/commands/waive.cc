// gonogo waive: a finding that somebody accepts, recorded for one version of a plan.
#include <iostream>
#include <memory>

#include "app/commands/commands.h"
#include "app/commands/record_options.h"
#include "app/exit_status.h"
#include "core/error.h"
#include "core/plan/declared_case.h"
#include "core/text/text.h"
#include "core/values/waiver.h"
#include "fixtures/system/clock.h"
#include "gates/records/record_files.h"
#include "reporters/lists/waiver_list.h"
#include "stages/ledger/record_file.h"

namespace gonogo {
namespace {

struct WaiveCommandLine {
  RecordOptions record;
  Waiver waiver;
};

int List(const Plan& plan, const std::string& path, bool json) {
  const auto waivers = EffectiveWaivers(plan.waivers, ReadWaivers(path), plan.name, plan.digest);
  const std::string now = UtcNow();
  std::cout << (json ? WaiverListJson(waivers, plan.digest, now)
                     : WaiverListText(waivers, plan.digest, now));
  return kExitGo;
}

int Execute(const WaiveCommandLine& line) {
  const auto [plan, path] = RecordOf(line.record, kWaivers);
  if (line.record.list) {
    if (line.waiver != Waiver()) throw PlanError("--list records nothing: leave the others out");
    return List(plan, path, line.record.json);
  }
  if (line.record.json) throw PlanError("--json goes with --list");
  Waiver waiver = line.waiver;
  waiver.at = UtcNow();
  waiver.plan = plan.name;
  waiver.plan_digest = plan.digest;
  RequireComplete(waiver);
  RequireCovered(plan, waiver);
  ReadWaivers(path);  // what is appended to a broken file would be read by nobody
  AppendRecords(path, {ToJson(waiver)});
  std::cout << Printable("waived " + waiver.name() + ", " + Describe(waiver)) << "\n"
            << (IsExpired(waiver, waiver.at) ? "that day is over: it accepts nothing\n" : "")
            << "for plan " << Printable(plan.name) << ", sha256 " << plan.digest.substr(0, 12)
            << ": " << path << "\n";
  return kExitGo;
}

}  // namespace

void AddWaive(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("waive", "accept a finding, by name, with a reason and a date");
  const auto line = std::make_shared<WaiveCommandLine>();
  line->record.AddTo(*command);
  Waiver& waiver = line->waiver;
  command->add_option("--check", waiver.check, "the check that found it")->option_text("ID");
  command->add_option("--subject", waiver.subject, "its subject, or a pattern with *")
      ->option_text("PATTERN");
  command->add_option("--reason", waiver.reason, "why it is accepted")->option_text("TEXT");
  command->add_option("--owner", waiver.owner, "who answers for it")->option_text("NAME");
  command->add_option("--until", waiver.until, "the last day on which it holds, UTC")
      ->option_text("YYYY-MM-DD");
  command->footer(
      "Exit status: 0 recorded, or shown; 2 wrong usage, plan or file.\nA waiver holds for this "
      "version of the plan, byte for byte. Given again, the last one counts: a day that is over\n"
      "takes it back. It accepts what was found and what nobody has signed, and never an ERROR.");
  command->callback([line, &status] { status = Execute(*line); });
}

}  // namespace gonogo
