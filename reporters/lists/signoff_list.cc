// Lists sign-off items. Names and notes are made printable, because people wrote them.
#include "reporters/lists/signoff_list.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/json/json.h"
#include "core/text/text.h"
#include "reporters/model/shown_text.h"

namespace gonogo {
namespace {

std::string SignatureLine(const SignoffLine& line) {
  const SignoffStatus& status = line.status;
  if (status.state == SignoffState::kOpen) return "";
  const Signoff& signoff = status.signoff;
  const std::string validity =
      status.state == SignoffState::kOfAnotherPlan
          ? fmt::format("plan {}, sha256 {}", signoff.plan, signoff.plan_digest.substr(0, 12))
          : "until " + status.expires;
  const std::string changed =
      line.changed.empty() ? "" : ", changed since: " + Join(line.changed, ", ");
  const std::string ticket = signoff.ticket.empty() ? "" : ", ticket " + signoff.ticket;
  return fmt::format(
      "    {}\n",
      LogLine(fmt::format("by {} at {}, {}{}{}{}", signoff.by, signoff.at, validity, changed,
                          ticket, signoff.note.empty() ? "" : ": " + signoff.note)));
}

}  // namespace

std::string SignoffListText(std::span<const SignoffLine> lines) {
  std::string text;
  std::int64_t done = 0;
  const SignoffItem* previous = nullptr;
  for (const SignoffLine& line : lines) {
    const auto& [item, status, changed] = line;
    if (previous == nullptr || previous->phase != item.phase) text += PhaseName(item.phase) + "\n";
    text += fmt::format("  {}\n{}",
                        LogLine(fmt::format("{}  {}  ({})  {}", item.id,
                                            SignoffStateName(status.state), item.role, item.text)),
                        SignatureLine(line));
    if (status.state == SignoffState::kSigned) ++done;
    previous = &item;
  }
  return fmt::format("{}{} of {} signed\n", text, done, Counted(lines.size(), "item"));
}

std::string SignoffListJson(std::span<const SignoffLine> lines) {
  Json list = Json::array();
  for (const auto& [item, status, changed] : lines) {
    Json line = {{"phase", PhaseName(item.phase)},
                 {"check", item.check},
                 {"item", item.id},
                 {"role", item.role},
                 {"text", item.text},
                 {"status", SignoffStateName(status.state)}};
    if (status.state != SignoffState::kOpen) {
      line.update(ToJson(status.signoff));
      line["expires"] = status.expires;
      if (!changed.empty()) line["changed"] = changed;
    }
    list.push_back(std::move(line));
  }
  return ToText(list, 2) + "\n";
}

}  // namespace gonogo
