// Whatever comes from outside stands in a table's cell: without line ends and bars of its own.
#include "reporters/execution_report.h"

#include <algorithm>

#include "core/text/text.h"

namespace gonogo {
namespace {

std::string Cell(const std::string& text) {
  std::string cell;
  for (const char c : Printable(WithoutCredentials(text))) {
    if (c == '|') cell += '\\';
    cell += c == '\n' ? ' ' : c;
  }
  return cell;
}

std::string TableRow(std::initializer_list<std::string> cells) {
  std::string row = "|";
  for (const std::string& cell : cells) row += " " + Cell(cell) + " |";
  return row + "\n";
}

std::string Heading(const std::string& title, std::initializer_list<std::string> columns) {
  std::string rule = "|";
  for (std::size_t i = 0; i < columns.size(); ++i) rule += "---|";
  return "\n## " + title + "\n\n" + TableRow(columns) + rule + "\n";
}

std::string Seconds(std::chrono::milliseconds time) {
  const auto tenths = time.count() / 100;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " s";
}

// What a line of the ledger says happened.
std::string WhatHappened(const LedgerLine& line) {
  switch (line.event) {
    case LedgerEvent::kStageBegan:
      return "begins, by " + line.details.value("who", "") + " at " +
             line.details.value("host", "");
    case LedgerEvent::kStepBegan:
      return "begins";
    case LedgerEvent::kStepDone:
      return line.details.value("status", 0) == 0 ? "done" : "done, red";
    case LedgerEvent::kStageEnded:
      return "ends " + line.details.value("outcome", "");
  }
  return "";
}

class Report {
 public:
  Report(const Plan& plan, const Ledger& ledger, std::span<const Signoff> signoffs,
         const std::string& now)
      : plan_(plan), ledger_(ledger), signoffs_(signoffs.begin(), signoffs.end()), now_(now) {}

  std::string Write() {
    Title();
    Stages();
    Timeline();
    Signatures();
    return text_;
  }

 private:
  void Title() {
    text_ = "# Execution report: " + Cell(plan_.name) + "\n\n" + Cell(plan_.summary) + "\n\n" +
            "- plan: sha256 " + plan_.digest + "\n- written: " + now_ + "\n";
    if (ledger_.lines.empty()) return;
    const LedgerLine& first = ledger_.lines.front();
    text_ += "- begun: " + first.at + ", with " + Cell(first.details.value("tool", "")) +
             "\n- target: " + Cell(first.details.value("target", "")) +
             "\n- total: " + Seconds(ledger_.lines.back().offset) + "\n";
  }

  // The last end of each stage: those that were done again have more lines in the timeline.
  void Stages() {
    text_ += Heading("Stages", {"stage", "outcome", "took", "reasons", "evidence"});
    for (const Phase phase : AllPhases()) {
      const LedgerLine* const began = ledger_.Last(LedgerEvent::kStageBegan, phase);
      const LedgerLine* const ended = ledger_.Last(LedgerEvent::kStageEnded, phase);
      if (began == nullptr) {
        if (plan_.stages.contains(phase)) {
          text_ += TableRow({PhaseName(phase), "not done", "", "", ""});
        }
        continue;
      }
      if (ended == nullptr || ended < began) {
        text_ += TableRow({PhaseName(phase), "broke off", "", "", ""});
        continue;
      }
      const auto reasons = ended->details.at("reasons").get<std::vector<std::string>>();
      text_ += TableRow({PhaseName(phase), ended->details.at("outcome").get<std::string>(),
                         Seconds(ended->offset - began->offset), Join(reasons, "; "),
                         ended->details.value("evidence", "")});
    }
  }

  void Timeline() {
    text_ += Heading("Timeline", {"T", "UTC", "stage", "step", "what"});
    for (const LedgerLine& line : ledger_.lines) {
      text_ += TableRow(
          {OffsetText(line.offset), line.at, PhaseName(line.stage), line.step, WhatHappened(line)});
    }
  }

  void Signatures() {
    const auto items = SignoffItemsOf(plan_);
    if (items.empty()) return;
    text_ += Heading("Sign-offs", {"phase", "item", "role", "status", "by", "at", "note"});
    for (const SignoffItem& item : items) {
      const SignoffStanding standing = StandingOf(item, signoffs_, plan_.digest, now_);
      text_ +=
          TableRow({PhaseName(item.phase), item.text, item.role, SignoffStateName(standing.state),
                    standing.signoff.by, standing.signoff.at, standing.signoff.note});
    }
  }

  const Plan& plan_;
  const Ledger& ledger_;
  std::vector<Signoff> signoffs_;
  const std::string& now_;
  std::string text_;
};

}  // namespace

std::string OffsetText(std::chrono::milliseconds offset) {
  const auto tenths = offset.count() / 100;
  return "T+" + std::to_string(tenths / 36'000) + " h " + std::to_string(tenths / 600 % 60) +
         " min " + std::to_string(tenths / 10 % 60) + "." + std::to_string(tenths % 10) + " s";
}

std::string ExecutionReport(const Plan& plan, const Ledger& ledger,
                            std::span<const Signoff> signoffs, const std::string& now) {
  return Report(plan, ledger, signoffs, now).Write();
}

}  // namespace gonogo
