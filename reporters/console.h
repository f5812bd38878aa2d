// A run for people: a heading a phase, a line a case, findings below it, the verdict last.
#pragma once

#include <string>

#include "core/record/evidence.h"
#include "core/record/verdict.h"

namespace gonogo {

// The first line of whatever a throw-away pair has to do with.
inline constexpr const char* kRehearsalNotice =
    "rehearsal on the throw-away pair: no release evidence";

struct ConsoleStyle {
  bool color = false;
  bool quiet = false;  // leaves out what passed
};

class Console {
 public:
  explicit Console(ConsoleStyle style) : style_(style) {}

  // The plan and both servers; first of all, where it is one, that this is a rehearsal.
  std::string Header(const RunHeader& header) const;
  std::string PhaseHeading(Phase phase) const;
  std::string CaseLines(const CaseResult& result, const RunHeader& run) const;
  std::string VerdictLines(const Verdict& verdict, const std::string& evidence_folder) const;

 private:
  std::string Colored(const std::string& text, const char* color) const;
  std::string ColoredStatus(Status status) const;

  ConsoleStyle style_;
};

}  // namespace gonogo
