// Writes the report as Markdown tables. Every value from outside is escaped as a table cell.
#include "reporters/execution_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/record/clocks.h"
#include "core/text/text.h"
#include "core/text/utc.h"
#include "reporters/ledger_text.h"
#include "reporters/lists/waiver_list.h"
#include "reporters/pages/markdown.h"

namespace gonogo {
namespace {

// A row of a table, in which nothing is markup.
std::string Row(std::initializer_list<std::string> cells) {
  std::string row = "|";
  for (const std::string& cell : cells) row += " " + MarkdownText(cell) + " |";
  return row + "\n";
}

std::string Section(const std::string& title, std::initializer_list<std::string> columns) {
  return fmt::format("\n## {}\n\n{}", title, MarkdownTableHead(columns));
}

std::string Seconds(std::chrono::milliseconds time) {
  const auto tenths = time.count() / 100;
  return fmt::format("{}.{} s", tenths / 10, tenths % 10);
}

std::string DescribeBackup(const BackupFacts& backup, const std::string& now) {
  std::string text = fmt::format("{}, {}", backup.folder, DataSize(backup.bytes));
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
         std::span<const Waiver> waivers, const ReportTime& time)
      : plan_(plan),
        ledger_(ledger),
        signoffs_(signoffs.begin(), signoffs.end()),
        waivers_(waivers.begin(), waivers.end()),
        time_(time),
        now_(time.now) {}

  std::string Write() {
    Title();
    Clock();
    Stages();
    Reasons();
    Timeline();
    Signatures();
    Waivers();
    return text_;
  }

 private:
  void Title() {
    text_ = fmt::format(
        "# Execution report: {}\n\n{}- plan: sha256 {}\n- written: {}\n", MarkdownText(plan_.name),
        plan_.summary.empty() ? "" : MarkdownText(plan_.summary) + "\n\n", plan_.digest, now_);
    Item("state", State());
    Item("planted fault", ledger_.PlantedFault());
    if (ledger_.lines.empty()) return;
    const LedgerLine& first = ledger_.lines.front();
    Item("begun", first.at + ", with " + first.details.value("tool", ""));
    Item("by", Join(OperatorsOf(ledger_), ", "));
    Item("source", ServerOf("source"));
    Item("target", ServerOf("target"));
    Item("total", Seconds(ledger_.lines.back().offset));
    const auto wait = WaitOf(ledger_);
    if (wait.count() > 0) Item("waited for confirmations", Seconds(wait));
    const auto backup = ledger_.LastBackup();
    if (backup) Item("backup", DescribeBackup(*backup, now_));
  }

  void Item(const std::string& label, const std::string& value) {
    if (!value.empty()) text_ += fmt::format("- {}: {}\n", label, MarkdownText(value));
  }

  // What happens now: the report is also read while stages run, and after they broke off.
  std::string State() const {
    if (time_.waits) {
      return fmt::format("stage {} waits for a person to confirm it", PhaseName(*time_.waits));
    }
    std::string state;
    for (const LedgerLine& line : ledger_.lines) {
      if (line.event == LedgerEvent::kStageRefused) continue;
      state = Ends(line.event) ? ""
                               : fmt::format("stage {} runs, or broke off: it has not ended",
                                             PhaseName(line.stage));
    }
    return state;
  }

  // The server as the last stage saw it: "app@new:5432/shop, PostgreSQL 17.2".
  std::string ServerOf(const std::string& side) const {
    std::string server;
    for (const LedgerLine& line : ledger_.lines) {
      const std::string address = line.details.value(side, "");
      const std::string version = line.details.value(side + "_version", "");
      if (!address.empty()) server = address + (version.empty() ? "" : ", PostgreSQL " + version);
    }
    return server;
  }

  void Clock() {
    if (time_.clock_of_plan.empty()) return;
    text_ += "\n## Clock\n\n";
    for (const ClockLine& line : time_.clock_of_plan) {
      Item(line.label, line.text + (line.is_late ? " (late)" : ""));
    }
  }

  // Shows the last run of each stage. The timeline has the earlier ones, too.
  void Stages() {
    text_ +=
        Section("Stages", {"stage", "outcome", "took", "cases", "tables and rows", "evidence"});
    for (const Phase phase : AllPhases()) {
      const LedgerLine* const began = ledger_.Last(LedgerEvent::kStageBegan, phase);
      const LedgerLine* const ended = ledger_.Last(LedgerEvent::kStageEnded, phase);
      if (began == nullptr) {
        if (plan_.stages.contains(phase)) {
          text_ += Row({PhaseName(phase), "not done", "", "", "", ""});
        }
        continue;
      }
      if (ended == nullptr || ended < began) {
        text_ += Row({PhaseName(phase), "has not ended", "", "", "", ""});
        continue;
      }
      const LedgerLine& result = *ledger_.LastResult(phase);
      text_ += Row({PhaseName(phase), result.details.at("outcome").get<std::string>(),
                    Seconds(ended->offset - began->offset), DescribeCases(result),
                    DescribeRows(result), result.details.value("evidence", "")});
    }
  }

  // Why stages aren't GO, and what they owe to waivers: one reason in a row.
  void Reasons() {
    constexpr std::size_t kShown = 20;  // of a stage
    std::string rows;
    if (const LedgerLine* const refusal = ledger_.LastRefusal()) {
      for (const auto& reason : refusal->details.value("reasons", std::vector<std::string>())) {
        rows += Row({PhaseName(refusal->stage), reason});
      }
    }
    for (const Phase phase : AllPhases()) {
      const LedgerLine* const result = ledger_.LastResult(phase);
      if (result == nullptr) continue;
      auto reasons = result->details.value("reasons", std::vector<std::string>());
      const std::size_t more = reasons.size() - std::min(reasons.size(), kShown);
      reasons.resize(reasons.size() - more);
      if (more > 0) reasons.push_back(fmt::format("and {} more in the evidence", more));
      reasons.push_back(DescribeWaived(*result));
      for (const std::string& reason : reasons) {
        if (!reason.empty()) rows += Row({PhaseName(phase), reason});
      }
    }
    if (!rows.empty()) text_ += Section("Reasons", {"stage", "reason"}) + rows;
  }

  void Timeline() {
    text_ += Section("Timeline", {"T", "UTC", "stage", "step", "what"});
    for (const LedgerLine& line : ledger_.lines) {
      text_ += Row({OffsetText(line.offset), line.at, PhaseName(line.stage), line.step,
                    DescribeEvent(line)});
    }
  }

  void Signatures() {
    const auto items = SignoffItemsOf(plan_);
    if (items.empty()) return;
    text_ += Section("Sign-offs", {"phase", "item", "role", "status", "by", "at", "note"});
    for (const SignoffItem& item : items) {
      const SignoffStatus status = SignoffStatusOf(item, signoffs_, plan_.digest, now_);
      text_ += Row({PhaseName(item.phase), item.text, item.role, SignoffStateName(status.state),
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
    text_ +=
        Row({WhatItAccepts(waiver), waiver.owner, waiver.until, waiver.reason, status, used_in});
  }

  const Plan& plan_;
  const Ledger& ledger_;
  std::vector<Signoff> signoffs_;
  std::vector<Waiver> waivers_;
  const ReportTime& time_;
  const std::string& now_;
  std::string text_;
};

}  // namespace

std::string ExecutionReport(const Plan& plan, const Ledger& ledger,
                            std::span<const Signoff> signoffs, std::span<const Waiver> waivers,
                            const ReportTime& time) {
  return Report(plan, ledger, signoffs, waivers, time).Write();
}

}  // namespace gonogo
