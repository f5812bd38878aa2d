// gonogo sign: signs items of a plan, or lists them.
#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <memory>

#include "app/cli/help_page.h"
#include "app/commands/commands.h"
#include "app/commands/record_options.h"
#include "app/exit_status.h"
#include "app/signing.h"
#include "core/error.h"
#include "core/text/text.h"
#include "fixtures/system/clock.h"
#include "reporters/lists/signoff_list.h"
#include "reporters/model/shown_text.h"

namespace gonogo {
namespace {

struct SignCommandLine {
  RecordOptions record;
  std::vector<std::string> items;
  std::string by;
  std::string note;
  std::string ticket;
};

int ListSignoffs(const Plan& plan, const MigrationFolder& migration, bool json) {
  const auto signoffs = ReadSignoffs(migration);
  const std::string now = UtcNow();
  std::vector<SignoffLine> lines;
  for (const SignoffItem& item : SignoffItemsOf(plan)) {
    const SignoffStatus status = SignoffStatusOf(item, signoffs, plan.digest, now);
    lines.push_back({item, status, plan.ChangedFiles(status.signoff.files)});
  }
  std::cout << (json ? SignoffListJson(lines) : SignoffListText(lines));
  const bool are_all_signed = std::all_of(lines.begin(), lines.end(), [](const auto& line) {
    return line.status.state == SignoffState::kSigned;
  });
  return are_all_signed ? kExitGo : kExitUndecided;
}

int Execute(const SignCommandLine& line) {
  const auto [plan, migration] = PlanAndMigrationOf(line.record);
  const bool has_signature =
      !line.items.empty() || !line.by.empty() || !line.note.empty() || !line.ticket.empty();
  if (line.record.list) {
    if (has_signature)
      throw PlanError("--list can't be combined with --item, --by, --note and --ticket");
    return ListSignoffs(plan, migration, line.record.json);
  }
  if (line.items.empty()) {
    throw PlanError("nothing to sign; give --item ID, or --list to list the items");
  }
  if (line.record.json) throw PlanError("--json needs --list");
  std::vector<Signoff> signoffs;
  for (const std::string& item : line.items) {
    signoffs.push_back({.item = item, .by = line.by, .note = line.note, .ticket = line.ticket});
  }
  for (const Signoff& signoff : Sign(plan, migration, std::move(signoffs))) {
    std::cout << LogLine(fmt::format("signed {} by {} at {}", signoff.item, signoff.by, signoff.at))
              << "\n";
  }
  std::cout << fmt::format("for plan {}, sha256 {}: {}\n", LogLine(plan.name),
                           plan.digest.substr(0, 12), migration.signoffs.string());
  return kExitGo;
}

}  // namespace

void AddSign(CLI::App& app, int& status) {
  CLI::App* const command = app.add_subcommand("sign", "sign items of the plan, or list them");
  const auto line = std::make_shared<SignCommandLine>();
  line->record.AddTo(*command);
  command->add_option("--item", line->items, "the item to sign (repeatable)")
      ->allow_extra_args(false)
      ->option_text("ITEM");
  command->add_option("--by", line->by, "who signs")->option_text("NAME");
  command->add_option("--ticket", line->ticket, "the number of the change's ticket")
      ->option_text("NUMBER");
  command->add_option("--note", line->note, "a note for the record")->option_text("TEXT");
  command->footer(
      "Exit status: 0 signed, or with --list all are signed; 2 wrong usage, plan or file; 3 with "
      "--list: an item isn't signed.\nA signature is valid for exactly this text of the plan.");
  AddExamples(
      *command,
      {"gonogo sign --plan plan.json --list",
       R"(gonogo sign --plan plan.json --item backup_tested --by "on-call DBA")",
       R"(gonogo sign --plan plan.json --item reviewed --by "the lead" --ticket CHG-4711)"});
  command->callback([line, &status] { status = Execute(*line); });
}

}  // namespace gonogo
