// Groups what went wrong by its cause, for people to read. No other file decides what belongs
// together. The evidence keeps every finding, and the verdict counts every case.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "core/record/evidence.h"
#include "core/record/verdict.h"

namespace gonogo {

// Findings, errors or missing results that have one cause.
struct CauseGroup {
  Status status = Status::kFail;
  bool decides = true;               // false: advisory
  std::string cause;                 // "have type: text, want type: citext"
  std::string todo;                  // what to do about it; may be ""
  std::vector<std::string> checks;   // of its cases, each once
  std::vector<std::string> cases;    // their names, each once
  std::vector<std::string> members;  // subjects of findings, or names of cases
  std::vector<std::string> objects;  // that are missing or may not be read, each once
  std::string relation{};            // whose contents differ: then the checks may be several
};

// Returns the groups in the order of their first cases. Cases that are WAIVED have none.
std::vector<CauseGroup> GroupsOf(const Evidence& evidence);

// Returns the group as one line, with its first three members and the number of the others.
// TextOf doesn't say what to do.
std::string Describe(const CauseGroup& group);
std::string TextOf(const CauseGroup& group);

// Returns who acts on it: the owners of its checks, each once.
std::vector<std::string> OwnersOf(const CauseGroup& group, const RunHeader& run);

// Returns why the verdict isn't GO, in few lines: a line for each cause, with a limit for each
// check.
std::vector<std::string> SummaryOf(const Verdict& verdict, const std::vector<CauseGroup>& groups);

// Knows the causes that were told while a run goes on.
class ToldCauses {
 public:
  // Returns whether the case tells something new: the first case with an error, the first three
  // with a finding. Cases without a cause are always told.
  bool Tell(const CaseResult& result, const RunHeader& run);

 private:
  std::map<std::string, int> told_;  // cases, by cause
};

}  // namespace gonogo
