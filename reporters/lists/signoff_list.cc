// Names and notes are somebody's words: they are made printable before they reach a terminal.
#include "reporters/lists/signoff_list.h"

#include <algorithm>

#include "core/text/json.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

std::string SignatureLine(const SignoffStanding& standing) {
  const Signoff& signoff = standing.signoff;
  if (standing.state == SignoffState::kOpen) return "";
  std::string line = "    by " + signoff.by + " at " + signoff.at;
  if (standing.state == SignoffState::kOfAnotherPlan) {
    line += ", plan " + signoff.plan + ", sha256 " + signoff.plan_digest.substr(0, 12);
  } else {
    line += ", until " + standing.expires;
  }
  return line + (signoff.note.empty() ? "" : ": " + signoff.note) + "\n";
}

}  // namespace

std::string SignoffListText(std::span<const SignoffLine> lines) {
  std::string text;
  std::int64_t done = 0;
  const SignoffItem* previous = nullptr;
  for (const auto& [item, standing] : lines) {
    if (previous == nullptr || previous->phase != item.phase) text += PhaseName(item.phase) + "\n";
    text += "  " + item.id + "  " + SignoffStateName(standing.state) + "  (" + item.role + ")  " +
            item.text + "\n" + SignatureLine(standing);
    if (standing.state == SignoffState::kSigned) ++done;
    previous = &item;
  }
  return Printable(text + std::to_string(done) + " of " +
                   Counted(static_cast<std::int64_t>(lines.size()), "item") + " signed\n");
}

std::string SignoffListJson(std::span<const SignoffLine> lines) {
  Json list = Json::array();
  for (const auto& [item, standing] : lines) {
    Json line = {{"phase", PhaseName(item.phase)},
                 {"check", item.check},
                 {"item", item.id},
                 {"role", item.role},
                 {"text", item.text},
                 {"status", SignoffStateName(standing.state)}};
    if (standing.state != SignoffState::kOpen) {
      line.update(ToJson(standing.signoff));
      line["expires"] = standing.expires;
    }
    list.push_back(std::move(line));
  }
  return ToText(list, 2) + "\n";
}

}  // namespace gonogo
