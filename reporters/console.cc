// Plain text with a little colour where it is wanted; the same bytes for the same evidence.
#include "reporters/console.h"

#include <algorithm>

#include "core/text/text.h"

namespace gonogo {
namespace {

constexpr const char* kRed = "\033[31m";
constexpr const char* kGreen = "\033[32m";
constexpr const char* kYellow = "\033[33m";
constexpr const char* kBold = "\033[1m";
constexpr const char* kPlain = "\033[0m";

// Indents what follows each newline of a message by `width` blanks.
std::string Indented(const std::string& text, std::size_t width) {
  std::string indented;
  for (const char c : text) {
    indented += c;
    if (c == '\n') indented += std::string(width, ' ');
  }
  return indented;
}

std::string ServerLine(const Server& server) {
  const std::string name =
      server.side + std::string(8 - std::min<std::size_t>(7, server.side.size()), ' ');
  if (!server.error.empty()) return name + Indented(Printable(server.error), 8) + "\n";
  if (server.wal_lsn.empty()) {  // of a baseline, which is a file
    return name + "PostgreSQL " + server.version + " in " + Printable(server.address) +
           ", taken at " + server.snapshot_time + ", sha256 " + server.snapshot.substr(0, 12) +
           "\n";
  }
  return name + "PostgreSQL " + server.version + " at " + Printable(server.address) +
         (server.in_recovery ? ", standby" : "") + ", snapshot " + server.snapshot + " at " +
         server.wal_lsn + "\n";
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
  if (header.rehearsal()) {
    text += Colored(kRehearsalNotice, kYellow) + "\n";
  }
  text += header.tool + "  plan " + Printable(header.plan) + "  sha256 " +
          header.plan_digest.substr(0, 12) + (header.strict ? "  strict" : "") + "\n";
  for (const Server& server : header.servers) text += ServerLine(server);
  return text;
}

std::string Console::PhaseHeading(Phase phase) const {
  return "\n" + Colored(PhaseName(phase), kBold) + "\n";
}

std::string Console::CaseLines(const CaseResult& result, const RunHeader& run) const {
  const Status status = StatusOf(result, run);
  if (style_.quiet && status == Status::kPass && result.outcome.findings.empty()) return "";
  const std::size_t width = std::max<std::size_t>(7, StatusName(status).size() + 2);
  std::string text = "  " + ColoredStatus(status) +
                     std::string(width - StatusName(status).size(), ' ') +
                     Indented(Printable(result.name()), 9) +
                     (result.severity == Severity::kAdvisory ? "  (advisory)" : "") + "  " +
                     std::to_string(result.duration.count()) + " ms\n";
  if (result.error) {
    text += "         " + Indented(Printable(result.error->message), 9) + "\n";
  } else if (status == Status::kError) {
    text += "         examined nothing\n";
  }
  if (!result.outcome.not_run.empty()) {
    text += "         " + Indented(Printable(result.outcome.not_run), 9) + "\n";
  }
  for (const Finding& finding : result.outcome.findings) {
    text += "         " + Indented(Printable(Describe(finding)), 9) +
            (finding.severity == Severity::kAdvisory ? "  (advisory)" : "") + "\n";
  }
  if (const Waiver* const waiver = WaiverOf(result, run)) {
    text += "         " + Indented(Printable(Describe(*waiver)), 9) + "\n";
  }
  return text;
}

std::string Console::VerdictLines(const Verdict& verdict,
                                  const std::string& evidence_folder) const {
  const bool go = verdict.decision == Decision::kGo;
  std::string text =
      "\n" + Colored(DecisionName(verdict.decision), go ? kGreen : kRed) + "  " +
      std::to_string(verdict.passed) + " passed, " + std::to_string(verdict.failed) + " failed, " +
      std::to_string(verdict.errors) + " errors, " + std::to_string(verdict.not_run) + " not run" +
      (verdict.waived > 0 ? ", " + std::to_string(verdict.waived) + " waived" : "") + "\n";
  for (const std::string& reason : verdict.reasons) {
    text += "  " + Indented(Printable(reason), 4) + "\n";
  }
  if (!style_.quiet) {
    for (const std::string& remark : verdict.remarks) {
      text += "  remark: " + Indented(Printable(remark), 4) + "\n";
    }
  }
  return text + "evidence: " + evidence_folder + "\n";
}

}  // namespace gonogo
