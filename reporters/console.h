// A run as text for people: a heading per phase, a line per case with its findings, the verdict.
#pragma once

#include <string>

#include "core/record/evidence.h"
#include "reporters/model/blockers.h"
#include "reporters/model/run_report.h"

namespace gonogo {

// The first line of every output about a throw-away pair.
inline constexpr const char* kRehearsalNotice =
    "rehearsal on the throw-away pair: not release evidence";

struct ConsoleStyle {
  bool color = false;
  bool quiet = false;     // without cases that passed, or that the summary tells
  bool in_stage = false;  // the stage has printed the header, and names the evidence
  std::size_t width = 0;  // columns of the terminal; 0: it isn't one, and no line is wrapped
};

class Console {
 public:
  explicit Console(ConsoleStyle style) : style_(style) {}

  // Returns the plan and both servers, below the notice if this is a rehearsal.
  std::string Header(const RunHeader& header) const;
  std::string PhaseHeading(Phase phase) const;
  std::string CaseLines(const CaseResult& result, const RunHeader& run) const;
  // Returns the line for more cases of a check that passed.
  std::string MoreLine(const std::string& check, std::int64_t passed,
                       std::chrono::milliseconds took) const;
  // Returns the decision, the first causes that prevent GO with what they mean and what to do,
  // remarks, where the rest is, and the command that looks again.
  std::string VerdictLines(const RunReport& report) const;

 private:
  std::string ServerLine(const Server& server) const;
  std::string DetailLine(const std::string& text, bool is_advisory = false) const;
  std::string BlockerLines(const std::vector<Blocker>& blockers, bool with_owners) const;
  std::string EndingLines(const RunReport& report, const std::vector<Blocker>& shown,
                          const std::vector<std::string>& owners) const;
  std::string DeadWaivers(const Evidence& evidence) const;
  std::string Remarks(const std::vector<std::string>& remarks, std::size_t most) const;
  // Makes the text printable, indents the lines after its first, and wraps them on a terminal.
  std::string Indented(const std::string& text, std::size_t column) const;
  std::string Colored(const std::string& text, const char* color) const;
  std::string ColoredStatus(Status status) const;

  ConsoleStyle style_;
};

}  // namespace gonogo
