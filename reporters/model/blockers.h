// What prevents GO, by cause: the part of a report that says who must act, and how to look again.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "reporters/model/run_report.h"

namespace gonogo {

struct Blocker {
  Status status = Status::kFail;
  bool decides = true;               // false: advisory
  std::string text;                  // a line: "FAIL columns.public.users: have ..., want ..."
  std::string cause;                 // "have type: text, want type: citext"
  std::string means;                 // for the migration; may be ""
  std::string todo;                  // may be ""
  std::vector<std::string> owners;   // of the checks, if the plan names some
  std::vector<std::string> members;  // what it is about: subjects, objects or cases
  std::vector<std::string> checks;
  std::vector<std::string> cases;
  std::string since;    // when it was first red; "" if that is this run, or unknown
  std::string command;  // that looks again; "" if there is none
};

struct Blockers {
  std::vector<Blocker> failed;  // they make it NO-GO
  std::vector<Blocker> untold;  // ERROR, NOT RUN, and what makes the run doubtful
  std::vector<Blocker> advice;  // findings that don't decide
};

// Returns them in the order of the plan, those of the stage and of the whole run first.
Blockers BlockersOf(const RunReport& report);

// Returns the command that runs the checks of these blockers again, or "" if there are none.
std::string CommandThatLooksAgainAt(const RunReport& report, std::span<const Blocker> blockers);

}  // namespace gonogo
