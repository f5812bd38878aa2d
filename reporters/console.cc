// Prints the same bytes for the same evidence. Colours are optional.
#include "reporters/console.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "core/plan/shown_command.h"
#include "core/text/text.h"
#include "core/text/wrapped.h"
#include "reporters/model/shown_text.h"

namespace gonogo {
namespace {

constexpr const char* kRed = "\033[31m";
constexpr const char* kGreen = "\033[32m";
constexpr const char* kYellow = "\033[33m";
constexpr const char* kBold = "\033[1m";
constexpr const char* kPlain = "\033[0m";

// Findings with one cause are one line: those that differ only in their subject. The evidence has
// them all.
std::vector<Finding> Grouped(const std::vector<Finding>& findings) {
  constexpr std::size_t kShown = 3;  // subjects of a group
  using Cause = std::tuple<std::string, std::string, Severity>;
  std::map<Cause, std::size_t> counts;
  const auto cause_of = [](const Finding& one) {
    const bool is_absent = one.want.starts_with(kOneAsOnTheSource);  // whatever its definition
    return Cause(one.have, is_absent ? kOneAsOnTheSource : one.want, one.severity);
  };
  for (const Finding& finding : findings) ++counts[cause_of(finding)];
  std::vector<Finding> grouped;
  std::map<Cause, std::size_t> places;  // in `grouped`, of large groups
  std::map<Cause, std::size_t> seen;
  for (const Finding& finding : findings) {
    const Cause cause = cause_of(finding);
    const std::size_t count = counts.at(cause);
    const std::size_t place = ++seen[cause];
    if (count <= kShown || place == 1) {
      places[cause] = grouped.size();
      grouped.push_back(finding);
    } else if (place <= kShown) {
      grouped[places.at(cause)].want = std::get<1>(cause);
      std::string& subject = grouped[places.at(cause)].subject;
      subject += ", " + finding.subject;
      if (place == kShown) subject += fmt::format(" and {} more", count - kShown);
    }
  }
  return grouped;
}

// Returns "3 failed", "3 failed (1 advisory)" or, if none decides, "1 failed (advisory)".
std::string CountText(std::int64_t count, std::int64_t advisory, const std::string& text) {
  if (advisory == 0) return text;
  return advisory == count ? text + " (advisory)" : fmt::format("{} ({} advisory)", text, advisory);
}

std::string CountsText(const Verdict& verdict) {
  const auto& [failed, errors, not_run] = verdict.advisory;
  return fmt::format(
      "{} passed, {}, {}, {}{}", verdict.passed,
      CountText(verdict.failed, failed, fmt::format("{} failed", verdict.failed)),
      CountText(verdict.errors, errors, Counted(verdict.errors, "error")),
      CountText(verdict.not_run, not_run, fmt::format("{} not run", verdict.not_run)),
      verdict.waived > 0 ? fmt::format(", {} waived", verdict.waived) : "");
}

// Returns the causes that decide, the first of each check, failed ones first.
std::vector<Blocker> FirstOf(const Blockers& blockers) {
  constexpr std::size_t kMost = 10;
  constexpr int kMostOfCheck = 5;
  std::vector<Blocker> first;
  std::map<std::string, int> of_check;
  for (const auto* const list : {&blockers.failed, &blockers.untold}) {
    for (const Blocker& one : *list) {
      const std::string check = one.checks.empty() ? "" : one.checks.front();
      if (!one.decides || first.size() == kMost || ++of_check[check] > kMostOfCheck) continue;
      first.push_back(one);
    }
  }
  return first;
}

std::size_t CountOfDeciding(const Blockers& blockers) {
  const auto decides = [](const Blocker& one) { return one.decides; };
  return static_cast<std::size_t>(
      std::count_if(blockers.failed.begin(), blockers.failed.end(), decides) +
      std::count_if(blockers.untold.begin(), blockers.untold.end(), decides));
}

// Returns the owners of all these, if they are the same; then one line says so.
std::vector<std::string> OwnersOfAll(const std::vector<Blocker>& blockers) {
  for (const Blocker& one : blockers) {
    if (one.owners != blockers.front().owners) return {};
  }
  return blockers.empty() ? std::vector<std::string>() : blockers.front().owners;
}

bool HaveOneAdvice(const Blocker& one, const Blocker& other) {
  return one.means == other.means && one.todo == other.todo && one.owners == other.owners;
}

}  // namespace

std::string Console::Indented(const std::string& text, std::size_t column) const {
  std::vector<std::string> lines = Split(LogText(text), '\n');
  if (style_.width > 0) {
    for (std::string& line : lines) line = Wrapped(line, column, column, style_.width);
  }
  return Join(lines, "\n" + std::string(column, ' '));
}

std::string Console::DetailLine(const std::string& text, bool is_advisory) const {
  return fmt::format("         {}\n", Indented(text + (is_advisory ? "  (advisory)" : ""), 9));
}

std::string Console::ServerLine(const Server& server) const {
  if (!server.error.empty())
    return fmt::format("{:<7} {}\n", server.side, Indented(server.error, 8));
  const bool is_baseline = server.side == "baseline";
  const std::string what =
      is_baseline ? fmt::format("PostgreSQL {} in {}, taken at {}, sha256 {}", server.version,
                                server.address, server.snapshot_time, server.snapshot.substr(0, 12))
                  : fmt::format("PostgreSQL {} at {}{}", server.version, server.address,
                                server.in_recovery ? ", standby" : "");
  return fmt::format("{:<7} {}\n", server.side, Indented(what, 8));
}

std::string Console::Colored(const std::string& text, const char* color) const {
  return style_.color ? color + text + kPlain : text;
}

std::string Console::ColoredStatus(Status status) const {
  const char* const color = status == Status::kPass   ? kGreen
                            : status == Status::kFail ? kRed
                                                      : kYellow;
  return Colored(StatusName(status), color);
}

std::string Console::Header(const RunHeader& header) const {
  if (style_.in_stage) return "";
  std::string text;
  if (header.rehearsal()) text += Colored(kRehearsalNotice, kYellow) + "\n";
  const std::string what =
      fmt::format("{}  plan {}  sha256 {}{}", header.tool, header.plan,
                  header.plan_digest.substr(0, 12), header.strict ? "  strict" : "");
  text += Indented(what, 8) + "\n";
  for (const Server& server : header.servers) text += ServerLine(server);
  return text;
}

std::string Console::PhaseHeading(Phase phase) const {
  return "\n" + Colored(PhaseName(phase), kBold) + "\n";
}

std::string Console::CaseLines(const CaseResult& result, const RunHeader& run) const {
  const Status status = StatusOf(result, run);
  const bool passes_in_silence = status == Status::kPass && result.outcome.findings.empty();
  const bool is_in_summary =
      status != Status::kPass && status != Status::kWaived && Decides(result.severity, run.strict);
  if (style_.quiet && (passes_in_silence || is_in_summary)) return "";
  const std::size_t width = std::max<std::size_t>(7, StatusName(status).size() + 2);
  const std::string name = fmt::format("{}{}  {} ms", result.name(),
                                       result.severity == Severity::kAdvisory ? "  (advisory)" : "",
                                       result.duration.count());
  std::string text = fmt::format("  {}{:{}}{}\n", ColoredStatus(status), "",
                                 width - StatusName(status).size(), Indented(name, width + 2));
  if (result.error) {
    text += DetailLine(result.error->message);
  } else if (status == Status::kError) {
    text += DetailLine("examined nothing");
  }
  if (!result.outcome.not_run.empty()) text += DetailLine(result.outcome.not_run);
  const Acceptance acceptance = AcceptanceOf(result, run);
  const bool is_waived = status == Status::kWaived;
  for (const Finding& finding : Grouped(is_waived ? result.outcome.findings : acceptance.open)) {
    text += DetailLine(Describe(finding), finding.severity == Severity::kAdvisory);
  }
  for (const auto& [waiver, findings] : acceptance.by) {
    const bool is_for_all = is_waived && acceptance.by.size() == 1;
    text += DetailLine((is_for_all ? "" : Counted(findings, "finding") + " ") + Describe(*waiver));
  }
  return text;
}

std::string Console::MoreLine(const std::string& check, std::int64_t passed,
                              std::chrono::milliseconds took) const {
  if (style_.quiet || passed == 0) return "";
  return fmt::format("  {}   {}: {}  {} ms\n", ColoredStatus(Status::kPass), check,
                     Counted(passed, "more case"), took.count());
}

// Causes with the same advice follow each other: it stands below the last of them.
std::string Console::BlockerLines(const std::vector<Blocker>& blockers, bool with_owners) const {
  std::string text;
  const auto add = [&](const char* label, const std::string& advice) {
    if (advice.empty()) return;
    text += fmt::format("    {:<7}{}\n", label, Indented(advice, 11));
  };
  for (std::size_t i = 0; i < blockers.size(); ++i) {
    const Blocker& one = blockers[i];
    text += fmt::format("  {}\n", Indented(one.text, 4));
    if (i + 1 < blockers.size() && HaveOneAdvice(one, blockers[i + 1])) continue;
    if (!style_.quiet || style_.in_stage) add("means:", one.means);
    add("do:", one.todo);
    if (with_owners) add("owner:", Join(one.owners, ", "));
  }
  return text;
}

// Returns a line for each waiver that isn't in force any more, but is for a case that is red: it
// may be why. Without --quiet the remarks say it.
std::string Console::DeadWaivers(const Evidence& evidence) const {
  std::string text;
  for (const Waiver& waiver : evidence.run.waivers) {
    const std::string why = ReasonNotInForce(waiver, evidence.run);
    const bool is_missed =
        !why.empty() &&
        std::any_of(evidence.cases.begin(), evidence.cases.end(), [&](const CaseResult& result) {
          const Status status = StatusOf(result, evidence.run);
          return (status == Status::kFail || status == Status::kNotRun) &&
                 Covers(waiver, result.check, result.subject);
        });
    if (!is_missed) continue;
    text += fmt::format("  waiver of {} {}\n", Indented(WhatItAccepts(waiver), 4), why);
  }
  return text;
}

std::string Console::Remarks(const std::vector<std::string>& remarks, std::size_t most) const {
  std::string text;
  for (std::size_t i = 0; i < std::min(remarks.size(), most); ++i) {
    text += fmt::format("  {}\n", Indented("remark: " + remarks[i], 4));
  }
  if (remarks.size() > most) {
    text += fmt::format("  and {}, which verdict.json lists\n",
                        Counted(remarks.size() - most, "more remark"));
  }
  return text;
}

std::string Console::VerdictLines(const RunReport& report) const {
  const bool go = report.IsGo();
  const bool is_brief = go && style_.in_stage;
  std::string text =
      fmt::format("{}{}  {}\n", is_brief ? "  " : "\n",
                  Colored(HeadlineOf(report), go ? kGreen : kRed), CountsText(report.verdict));
  const Blockers blockers = BlockersOf(report);
  const std::vector<Blocker> shown = FirstOf(blockers);
  const std::vector<std::string> owners = OwnersOfAll(shown);
  text += BlockerLines(shown, owners.empty());
  if (const std::size_t more = CountOfDeciding(blockers) - shown.size(); more > 0) {
    text += fmt::format("  and {}, which report.html lists\n", Counted(more, "more cause"));
  }
  // What prevents GO must stay on the screen.
  const std::size_t most_remarks = go ? 10 : 3;
  text +=
      style_.quiet ? DeadWaivers(report.evidence) : Remarks(report.verdict.remarks, most_remarks);
  return text + EndingLines(report, shown, owners);
}

// With --quiet one line: a single cause fits ten lines then.
std::string Console::EndingLines(const RunReport& report, const std::vector<Blocker>& shown,
                                 const std::vector<std::string>& owners) const {
  const std::string folder = LogText(report.folder);
  if (report.IsGo()) return style_.in_stage ? "" : fmt::format("evidence: {}\n", folder);
  std::string text;
  const auto add = [&](const char* label, const std::string& line) {
    if (!line.empty()) text += fmt::format("{:<10}{}\n", label, line);
  };
  add("owner:", Indented(Join(owners, ", "), 10));
  const std::string more =
      fmt::format("gonogo evidence show {} --summary", LogText(ShellWord(report.folder)));
  if (style_.in_stage) {
    add("evidence:", folder);
  } else if (style_.quiet) {
    return text + fmt::format("page: {}/report.html, more: {}\n", folder, more);
  } else {
    add("page:", folder + "/report.html");
    add("more:", more);
  }
  add("again:", LogText(CommandThatLooksAgainAt(report, shown)));
  return text;
}

}  // namespace gonogo
