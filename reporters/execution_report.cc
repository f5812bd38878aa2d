// Writes the report as Markdown tables. Every value from outside is escaped as a table cell.
#include "reporters/execution_report.h"

#include <fmt/format.h>

#include "core/text/text.h"
#include "reporters/pages/markdown.h"

namespace gonogo {
namespace {

std::string Section(const std::string& title, std::initializer_list<std::string> columns) {
  return fmt::format("\n## {}\n\n{}", title, MarkdownTableHead(columns));
}

std::string Seconds(std::chrono::milliseconds time) {
  const auto tenths = time.count() / 100;
  return fmt::format("{}.{} s", tenths / 10, tenths % 10);
}

std::string DescribeEvent(const LedgerLine& line) {
  switch (line.event) {
    case LedgerEvent::kStageBegan:
      return fmt::format("begins, by {} at {}", line.details.value("who", ""),
                         line.details.value("host", ""));
    case LedgerEvent::kStepBegan:
      return "begins";
    case LedgerEvent::kStepDone:
      return line.details.value("status", 0) == 0 ? "done" : "done, failed";
    case LedgerEvent::kStageEnded:
      return "ends " + line.details.value("outcome", "");
    case LedgerEvent::kLookBegan:
      return fmt::format("looks again, by {} at {}", line.details.value("who", ""),
                         line.details.value("host", ""));
    case LedgerEvent::kLookEnded:
      return "look ends " + line.details.value("outcome", "");
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
    text_ = fmt::format("# Execution report: {}\n\n{}\n\n- plan: sha256 {}\n- written: {}\n",
                        MarkdownCell(plan_.name), MarkdownCell(plan_.summary), plan_.digest, now_);
    if (ledger_.lines.empty()) return;
    const LedgerLine& first = ledger_.lines.front();
    text_ += fmt::format("- begun: {}, with {}\n- target: {}\n- total: {}\n", first.at,
                         MarkdownCell(first.details.value("tool", "")),
                         MarkdownCell(first.details.value("target", "")),
                         Seconds(ledger_.lines.back().offset));
  }

  // Shows the last run of each stage. The timeline has the earlier ones, too.
  void Stages() {
    text_ += Section("Stages", {"stage", "outcome", "took", "reasons", "evidence"});
    for (const Phase phase : AllPhases()) {
      const LedgerLine* const began = ledger_.Last(LedgerEvent::kStageBegan, phase);
      const LedgerLine* const ended = ledger_.Last(LedgerEvent::kStageEnded, phase);
      if (began == nullptr) {
        if (plan_.stages.contains(phase)) {
          text_ += MarkdownRow({PhaseName(phase), "not done", "", "", ""});
        }
        continue;
      }
      if (ended == nullptr || ended < began) {
        text_ += MarkdownRow({PhaseName(phase), "broke off", "", "", ""});
        continue;
      }
      const LedgerLine& result = *ledger_.LastResult(phase);
      const auto reasons = result.details.at("reasons").get<std::vector<std::string>>();
      text_ += MarkdownRow({PhaseName(phase), result.details.at("outcome").get<std::string>(),
                            Seconds(ended->offset - began->offset), Join(reasons, "; "),
                            result.details.value("evidence", "")});
    }
  }

  void Timeline() {
    text_ += Section("Timeline", {"T", "UTC", "stage", "step", "what"});
    for (const LedgerLine& line : ledger_.lines) {
      text_ += MarkdownRow({OffsetText(line.offset), line.at, PhaseName(line.stage), line.step,
                            DescribeEvent(line)});
    }
  }

  void Signatures() {
    const auto items = SignoffItemsOf(plan_);
    if (items.empty()) return;
    text_ += Section("Sign-offs", {"phase", "item", "role", "status", "by", "at", "note"});
    for (const SignoffItem& item : items) {
      const SignoffStatus status = SignoffStatusOf(item, signoffs_, plan_.digest, now_);
      text_ +=
          MarkdownRow({PhaseName(item.phase), item.text, item.role, SignoffStateName(status.state),
                       status.signoff.by, status.signoff.at, status.signoff.note});
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
  return fmt::format("T+{} h {} min {}.{} s", tenths / 36'000, tenths / 600 % 60, tenths / 10 % 60,
                     tenths % 10);
}

std::string ExecutionReport(const Plan& plan, const Ledger& ledger,
                            std::span<const Signoff> signoffs, const std::string& now) {
  return Report(plan, ledger, signoffs, now).Write();
}

}  // namespace gonogo
