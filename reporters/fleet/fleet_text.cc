// Names of databases are plain words; everything else comes from outside.
#include "reporters/fleet/fleet_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/plan/shown_command.h"
#include "core/text/text.h"
#include "reporters/model/shown_text.h"

namespace gonogo {
namespace {

constexpr std::size_t kShownDatabases = 10;
constexpr std::size_t kMostMarkdown = 900'000;  // hosts drop larger summaries as a whole
constexpr const char* kGreenText = "32";
constexpr const char* kRedText = "31";

std::string Painted(const std::string& text, Decision decision, const ConsoleStyle& style) {
  if (!style.color) return text;
  const char* const color = decision == Decision::kGo ? kGreenText : kRedText;
  return fmt::format("\033[1;{}m{}\033[0m", color, text);
}

std::string Cell(const std::string& text) {
  std::string cell;
  for (const char one : InOneLine(text, 300)) {
    if (std::string("|<>[]*_`\\").find(one) != std::string::npos) cell += '\\';
    cell += one;
  }
  return cell;
}

std::string CasesText(const DatabaseVerdict& one) {
  if (one.result == nullptr || one.result->evidence.cases == 0) return "";
  const DatabaseEvidence& evidence = one.result->evidence;
  return fmt::format("{} of {} passed", evidence.passed, Counted(evidence.cases, "case"));
}

// "not reached: ERROR row_count...": what makes a NO-GO a special one comes first.
std::string WhyText(const DatabaseVerdict& one) {
  const std::size_t begin = one.text.find('(');
  const std::string kind = begin == std::string::npos || one.decision == Decision::kGo
                               ? ""
                               : one.text.substr(begin + 1, one.text.size() - begin - 2) + ": ";
  return kind + ReasonOf(one);
}

// The heading has told it if all are rehearsals.
std::string RehearsalLine(const FleetVerdict& verdict, const ConsoleStyle& style) {
  if (!verdict.rehearsal) return "";
  std::vector<std::string> rehearsals;
  for (const DatabaseVerdict& one : verdict.databases) {
    if (one.result != nullptr && one.result->evidence.rehearsal) rehearsals.push_back(one.database);
  }
  if (style.quiet) return std::string(kRehearsalNotice) + "\n";
  if (rehearsals.size() == verdict.databases.size()) return "";
  return fmt::format("  rehearsals, not release evidence: {}\n", FirstFew(rehearsals));
}

}  // namespace

std::string FleetHeading(const FleetHeader& fleet, bool is_rehearsal, const ConsoleStyle& style) {
  if (style.quiet) return "";
  const std::string part = fleet.partial() ? fmt::format("{} of {}", fleet.databases.size(),
                                                         Counted(fleet.rows, "database"))
                                           : Counted(fleet.rows, "database");
  const std::string notice = is_rehearsal ? std::string(kRehearsalNotice) + "\n" : "";
  return fmt::format("{}{}  plan {}  sha256 {}\nfleet   {} of {}\n\n", notice, fleet.tool,
                     LogLine(fleet.plan), fleet.plan_digest.substr(0, 12), part,
                     LogLine(fleet.file));
}

std::string DatabaseLine(const DatabaseVerdict& one, const ConsoleStyle& style) {
  const bool is_go = one.decision == Decision::kGo;
  if (is_go && style.quiet) return "";
  const std::string label = fmt::format("{:<5}", is_go ? "GO" : "NO-GO");
  const std::string more = is_go ? CasesText(one) : WhyText(one);
  return fmt::format("  {}  {}  {}\n", Painted(label, one.decision, style), one.database,
                     LogLine(more));
}

std::string FleetVerdictLines(const FleetReport& report, const ConsoleStyle& style) {
  const FleetVerdict& verdict = report.verdict;
  std::string text = RehearsalLine(verdict, style);
  text += fmt::format("\n{}  {}\n", Painted(HeadlineOf(report), DecisionOf(report), style),
                      CountsOf(verdict));
  for (const std::string& one : report.doubts) text += "  " + LogLine(one) + "\n";
  for (const std::string& one : verdict.fleet_reasons) text += "  " + LogLine(one) + "\n";
  std::size_t shown = 0;
  for (const DatabaseVerdict* one : WorstFirst(verdict)) {
    if (one->decision == Decision::kGo) break;
    if (++shown > kShownDatabases) continue;
    text += fmt::format("  {}: {}\n", one->database, LogLine(WhyText(*one)));
  }
  if (shown > kShownDatabases) {
    text += fmt::format("  and {}, which report.html lists\n",
                        Counted(shown - kShownDatabases, "more database"));
  }
  for (const std::string& one : verdict.remarks) text += "  remark: " + LogLine(one) + "\n";
  if (DecisionOf(report) == Decision::kGo) {
    return text + fmt::format("evidence: {}\n", LogText(report.folder));
  }
  text += fmt::format("{:<10}{}/report.html\n", "page:", LogText(report.folder));
  const std::string again = CommandThatRunsAgain(report);
  if (!again.empty()) text += fmt::format("{:<10}{}\n", "again:", LogText(again));
  return text;
}

std::string FleetMarkdown(const FleetReport& report) {
  const FleetHeader& fleet = report.record.fleet;
  const FleetVerdict& verdict = report.verdict;
  std::string text = fmt::format("## {}: {}\n\n", HeadlineOf(report), Cell(fleet.plan));
  if (verdict.rehearsal) text += fmt::format("{}\n\n", kRehearsalNotice);
  text += fmt::format("Fleet {}: {}. Plan sha256 `{}`, run `{}`, began {}.\n\n", Cell(fleet.file),
                      CountsOf(verdict), fleet.plan_digest.substr(0, 12), fleet.run,
                      ShownTime(fleet.started));
  for (const std::string& one : report.doubts) text += "- " + Cell(one) + "\n";
  for (const std::string& one : verdict.fleet_reasons) text += "- " + Cell(one) + "\n";
  for (const std::string& one : verdict.remarks) text += "- remark: " + Cell(one) + "\n";
  text += "\n| Database | Verdict | Cases | Why |\n|---|---|---|---|\n";
  std::size_t left_out = 0;
  for (const DatabaseVerdict* one : WorstFirst(verdict)) {
    if (text.size() > kMostMarkdown) {
      ++left_out;
      continue;
    }
    text += fmt::format("| {} | {} | {} | {} |\n", Cell(one->database), Cell(one->text),
                        CasesText(*one), Cell(ReasonOf(*one)));
  }
  if (left_out > 0) {
    text += fmt::format("\n{} left out; report.html has them.\n", Counted(left_out, "database"));
  }
  const std::string again = CommandThatRunsAgain(report);
  if (!again.empty()) text += fmt::format("\nAgain:\n\n    {}\n", InOneLine(again, 2000));
  return text;
}

}  // namespace gonogo
