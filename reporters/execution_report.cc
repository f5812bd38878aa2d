// Writes the report as Markdown tables. Every value from outside is escaped as a table cell.
#include "reporters/execution_report.h"

#include <fmt/format.h>

#include <map>
#include <set>

#include "core/record/clocks.h"
#include "core/text/text.h"
#include "core/text/utc.h"
#include "reporters/lists/waiver_list.h"
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

// How long the stages waited for people, who confirmed them.
std::chrono::milliseconds WaitOf(const Ledger& ledger) {
  std::chrono::milliseconds wait{0};
  for (const LedgerLine& line : ledger.lines) {
    wait += std::chrono::milliseconds(line.details.value("waited_ms", std::int64_t{0}));
  }
  return wait;
}

std::string DescribeBackup(const BackupFacts& backup, const std::string& now) {
  std::string text = fmt::format("{}, {}", MarkdownCell(backup.folder), DataSize(backup.bytes));
  const auto taken = ParseUtc(backup.taken_at);
  const auto written = ParseUtc(now);
  if (taken && written) {
    text += fmt::format(", taken at {}, {} before this report", backup.taken_at,
                        DurationText(*written - *taken));
  }
  if (backup.reused) text += "; preflight used it again after verifying its digests";
  if (backup.compared > 0) {
    text += fmt::format("; a trial restore compared {}", Counted(backup.compared, "relation"));
  }
  return text;
}

// "2 cases passed on waivers of 45 findings", or "".
std::string DescribeWaived(const LedgerLine& result) {
  const Json waived = result.details.value("waived", Json::array());
  if (waived.empty()) return "";
  std::size_t findings = 0;
  for (const Json& one : waived) {
    for (const Json& waiver : one.value("waivers", Json::array())) {
      findings += waiver.at("findings").get<std::size_t>();
    }
  }
  return fmt::format("{} waived, with {}", Counted(waived.size(), "case"),
                     Counted(findings, "finding"));
}

// "54 passed, 1 waived".
std::string DescribeCases(const LedgerLine& result) {
  const Json cases = result.details.value("cases", Json::object());
  std::vector<std::string> counts;
  for (const auto& [kind, count] : cases.items()) {
    if (count == 0) continue;
    const auto number = count.get<std::int64_t>();
    counts.push_back(kind == "errors"
                         ? Counted(number, "error")
                         : fmt::format("{} {}", number, kind == "not_run" ? "not run" : kind));
  }
  return Join(counts, ", ");
}

// The first reasons; the evidence has all.
std::string DescribeReasons(const LedgerLine& result) {
  constexpr std::size_t kShown = 3;
  auto reasons = result.details.at("reasons").get<std::vector<std::string>>();
  const std::size_t count = reasons.size();
  if (count > kShown) {
    reasons.resize(kShown);
    reasons.push_back(fmt::format("and {} more in the evidence", count - kShown));
  }
  const std::string waived = DescribeWaived(result);
  if (!waived.empty()) reasons.push_back(waived);
  return Join(reasons, "; ");
}

struct UsedWaiver {
  Waiver waiver;
  std::vector<std::string> stages;
};

// The waivers on which the last results of stages rely, by id.
std::map<std::string, UsedWaiver> UsedWaivers(const Ledger& ledger) {
  std::map<std::string, UsedWaiver> used;
  for (const Phase phase : AllPhases()) {
    const LedgerLine* const result = ledger.LastResult(phase);
    if (result == nullptr) continue;
    const Json waived = result->details.value("waived", Json::array());
    for (const Json& one : waived) {
      for (const Json& waiver : one.value("waivers", Json::array())) {
        UsedWaiver& found = used[waiver.at("id")];
        found.waiver = WaiverFrom(waiver);
        const std::string& name = PhaseName(phase);
        if (found.stages.empty() || found.stages.back() != name) found.stages.push_back(name);
      }
    }
  }
  return used;
}

class Report {
 public:
  Report(const Plan& plan, const Ledger& ledger, std::span<const Signoff> signoffs,
         std::span<const Waiver> waivers, const std::string& now)
      : plan_(plan),
        ledger_(ledger),
        signoffs_(signoffs.begin(), signoffs.end()),
        waivers_(waivers.begin(), waivers.end()),
        now_(now) {}

  std::string Write() {
    Title();
    Stages();
    Timeline();
    Signatures();
    Waivers();
    return text_;
  }

 private:
  void Title() {
    text_ = fmt::format(
        "# Execution report: {}\n\n{}- plan: sha256 {}\n- written: {}\n", MarkdownCell(plan_.name),
        plan_.summary.empty() ? "" : MarkdownCell(plan_.summary) + "\n\n", plan_.digest, now_);
    if (ledger_.lines.empty()) return;
    const LedgerLine& first = ledger_.lines.front();
    const std::string source = first.details.value("source", "");
    text_ += fmt::format("- begun: {}, with {}\n{}- target: {}\n- total: {}\n", first.at,
                         MarkdownCell(first.details.value("tool", "")),
                         source.empty() ? "" : "- source: " + MarkdownCell(source) + "\n",
                         MarkdownCell(first.details.value("target", "")),
                         Seconds(ledger_.lines.back().offset));
    const auto wait = WaitOf(ledger_);
    if (wait.count() > 0) text_ += fmt::format("- waited for confirmations: {}\n", Seconds(wait));
    const auto backup = ledger_.LastBackup();
    if (backup) text_ += fmt::format("- backup: {}\n", DescribeBackup(*backup, now_));
  }

  // Shows the last run of each stage. The timeline has the earlier ones, too.
  void Stages() {
    text_ += Section("Stages", {"stage", "outcome", "took", "cases", "reasons", "evidence"});
    for (const Phase phase : AllPhases()) {
      const LedgerLine* const began = ledger_.Last(LedgerEvent::kStageBegan, phase);
      const LedgerLine* const ended = ledger_.Last(LedgerEvent::kStageEnded, phase);
      if (began == nullptr) {
        if (plan_.stages.contains(phase)) {
          text_ += MarkdownRow({PhaseName(phase), "not done", "", "", "", ""});
        }
        continue;
      }
      if (ended == nullptr || ended < began) {
        text_ += MarkdownRow({PhaseName(phase), "broke off", "", "", "", ""});
        continue;
      }
      const LedgerLine& result = *ledger_.LastResult(phase);
      text_ += MarkdownRow({PhaseName(phase), result.details.at("outcome").get<std::string>(),
                            Seconds(ended->offset - began->offset), DescribeCases(result),
                            DescribeReasons(result), result.details.value("evidence", "")});
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

  // The waivers on which the stages passed, and the others: also those that have been taken out of
  // the file since.
  void Waivers() {
    const auto used = UsedWaivers(ledger_);
    if (waivers_.empty() && used.empty()) return;
    text_ += Section("Waivers", {"accepts", "owner", "until", "reason", "status", "used in"});
    std::set<std::string> listed;
    for (const Waiver& waiver : waivers_) {
      listed.insert(waiver.id());
      const auto found = used.find(waiver.id());
      Add(waiver, WaiverStatus(waiver, plan_.digest, now_),
          found == used.end() ? "" : Join(found->second.stages, ", "));
    }
    for (const auto& [id, one] : used) {
      if (!listed.contains(id)) Add(one.waiver, "no longer there", Join(one.stages, ", "));
    }
  }

  void Add(const Waiver& waiver, const std::string& status, const std::string& used_in) {
    text_ += MarkdownRow(
        {WhatItAccepts(waiver), waiver.owner, waiver.until, waiver.reason, status, used_in});
  }

  const Plan& plan_;
  const Ledger& ledger_;
  std::vector<Signoff> signoffs_;
  std::vector<Waiver> waivers_;
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
                            std::span<const Signoff> signoffs, std::span<const Waiver> waivers,
                            const std::string& now) {
  return Report(plan, ledger, signoffs, waivers, now).Write();
}

}  // namespace gonogo
