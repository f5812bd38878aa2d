// A run as text for people: a heading per phase, a line per case with its findings, the verdict.
#pragma once

#include <string>

#include "core/record/evidence.h"
#include "core/record/verdict.h"

namespace gonogo {

// The first line of every output about a throw-away pair.
inline constexpr const char* kRehearsalNotice =
    "rehearsal on the throw-away pair: not release evidence";

struct ConsoleStyle {
  bool color = false;
  bool quiet = false;  // without cases that passed, or that the summary tells
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
  // Returns the decision, a line for each cause that prevents GO, remarks, and where the rest is.
  std::string VerdictLines(const Evidence& evidence, const Verdict& verdict,
                           const std::string& evidence_folder) const;

 private:
  std::string Colored(const std::string& text, const char* color) const;
  std::string ColoredStatus(Status status) const;

  ConsoleStyle style_;
};

}  // namespace gonogo
