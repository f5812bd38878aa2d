// Prints the same bytes for the same evidence. Colours are optional.
#include "reporters/console.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "core/record/cause_groups.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

constexpr const char* kRed = "\033[31m";
constexpr const char* kGreen = "\033[32m";
constexpr const char* kYellow = "\033[33m";
constexpr const char* kBold = "\033[1m";
constexpr const char* kPlain = "\033[0m";

// Makes the text printable, and indents the lines after its first by `width` blanks.
std::string Indented(const std::string& text, std::size_t width) {
  std::string indented;
  for (const char c : Printable(text)) {
    indented += c;
    if (c == '\n') indented += std::string(width, ' ');
  }
  return indented;
}

// Returns a line below a case.
std::string DetailLine(const std::string& text, bool is_advisory = false) {
  return fmt::format("         {}{}\n", Indented(text, 9), is_advisory ? "  (advisory)" : "");
}

// Findings with one cause are one line: those that differ only in their subject. The evidence has
// them all.
std::vector<Finding> Grouped(const std::vector<Finding>& findings) {
  constexpr std::size_t kShown = 3;  // subjects of a group
  using Cause = std::tuple<std::string, std::string, Severity>;
  std::map<Cause, std::size_t> counts;
  const auto cause_of = [](const Finding& one) { return Cause(one.have, one.want, one.severity); };
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
      std::string& subject = grouped[places.at(cause)].subject;
      subject += ", " + finding.subject;
      if (place == kShown) subject += fmt::format(" and {} more", count - kShown);
    }
  }
  return grouped;
}

// Returns a line for each waiver that isn't in force any more, but is for a case that is red: it
// may be why. Without --quiet the remarks say it.
std::string DeadWaivers(const Evidence& evidence) {
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

std::string ServerLine(const Server& server) {
  if (!server.error.empty())
    return fmt::format("{:<7} {}\n", server.side, Indented(server.error, 8));
  const bool is_baseline = server.wal_lsn.empty();
  if (is_baseline) {
    return fmt::format("{:<7} PostgreSQL {} in {}, taken at {}, sha256 {}\n", server.side,
                       server.version, Printable(server.address), server.snapshot_time,
                       server.snapshot.substr(0, 12));
  }
  return fmt::format("{:<7} PostgreSQL {} at {}{}\n", server.side, server.version,
                     Printable(server.address), server.in_recovery ? ", standby" : "");
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

}  // namespace

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
  std::string text;
  if (header.rehearsal()) text += Colored(kRehearsalNotice, kYellow) + "\n";
  text += fmt::format("{}  plan {}  sha256 {}{}\n", header.tool, Printable(header.plan),
                      header.plan_digest.substr(0, 12), header.strict ? "  strict" : "");
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
  std::string text = fmt::format("  {}{:{}}{}{}  {} ms\n", ColoredStatus(status), "",
                                 width - StatusName(status).size(), Indented(result.name(), 9),
                                 result.severity == Severity::kAdvisory ? "  (advisory)" : "",
                                 result.duration.count());
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

std::string Console::VerdictLines(const Evidence& evidence, const Verdict& verdict,
                                  const std::string& evidence_folder) const {
  constexpr std::size_t kMostRemarks = 10;
  const bool go = verdict.decision == Decision::kGo;
  const std::string decision = DecisionText(verdict, evidence.run);
  std::string text =
      fmt::format("\n{}  {}\n", Colored(decision, go ? kGreen : kRed), CountsText(verdict));
  for (const std::string& reason : SummaryOf(verdict, GroupsOf(evidence))) {
    text += fmt::format("  {}\n", Indented(reason, 4));
  }
  if (style_.quiet) text += DeadWaivers(evidence);
  std::size_t shown = 0;
  for (const std::string& remark : verdict.remarks) {
    if (style_.quiet || ++shown > kMostRemarks) break;
    text += fmt::format("  remark: {}\n", Indented(remark, 4));
  }
  if (shown > kMostRemarks) {
    text += fmt::format("  and {}, which verdict.json lists\n",
                        Counted(verdict.remarks.size() - kMostRemarks, "more remark"));
  }
  return text + "evidence: " + evidence_folder + (go ? "\n" : " (open report.html there)\n");
}

}  // namespace gonogo
