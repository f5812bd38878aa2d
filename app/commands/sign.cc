// gonogo sign: who has looked at what no query can tell, and what is still open.
#include <algorithm>
#include <iostream>
#include <memory>

#include "app/commands/commands.h"
#include "app/commands/record_options.h"
#include "app/exit_status.h"
#include "app/setting/signing.h"
#include "core/error.h"
#include "core/text/text.h"
#include "fixtures/system/clock.h"
#include "gates/records/record_files.h"
#include "reporters/lists/signoff_list.h"

namespace gonogo {
namespace {

struct SignCommandLine {
  RecordOptions record;
  std::vector<std::string> items;
  std::string by;
  std::string note;
};

int List(const Plan& plan, const std::string& path, bool json) {
  const auto signoffs = ReadSignoffs(path);
  const std::string now = UtcNow();
  std::vector<SignoffLine> lines;
  for (const SignoffItem& item : SignoffItemsOf(plan)) {
    lines.push_back({item, StandingOf(item, signoffs, plan.digest, now)});
  }
  std::cout << (json ? SignoffListJson(lines) : SignoffListText(lines));
  const bool all = std::all_of(lines.begin(), lines.end(), [](const SignoffLine& line) {
    return line.standing.state == SignoffState::kSigned;
  });
  return all ? kExitGo : kExitUndecided;
}

int Execute(const SignCommandLine& line) {
  const auto [plan, path] = RecordOf(line.record, kSignoffs);
  const bool has_signature = !line.items.empty() || !line.by.empty() || !line.note.empty();
  if (line.record.list) {
    if (has_signature) throw PlanError("--list records nothing: --item, --by and --note do");
    return List(plan, path, line.record.json);
  }
  if (line.items.empty())
    throw PlanError("what is signed? --item ID, or --list to see what is open");
  if (line.record.json) throw PlanError("--json goes with --list");
  for (const Signoff& signoff : Sign(plan, path, line.items, line.by, line.note)) {
    std::cout << Printable("signed " + signoff.item + " by " + signoff.by + " at " + signoff.at) +
                     "\n";
  }
  std::cout << "for plan " << Printable(plan.name) << ", sha256 " << plan.digest.substr(0, 12)
            << ": " << path << "\n";
  return kExitGo;
}

}  // namespace

void AddSign(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("sign", "sign an item of the plan, or show what is open");
  const auto line = std::make_shared<SignCommandLine>();
  line->record.AddTo(*command);
  command->add_option("--item", line->items, "what is signed (repeatable)")
      ->allow_extra_args(false)
      ->option_text("ID");
  command->add_option("--by", line->by, "who signs")->option_text("NAME");
  command->add_option("--note", line->note, "what is to be said about it")->option_text("TEXT");
  command->footer(
      "Exit status: 0 signed, or with --list all are; 2 wrong usage, plan or file; 3 with --list: "
      "something is not signed.\nA signature holds for this version of the plan, byte for byte.");
  command->callback([line, &status] { status = Execute(*line); });
}

}  // namespace gonogo
