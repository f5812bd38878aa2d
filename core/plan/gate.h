// A gate: a kind of criterion. A check in a plan is one use of it, a case one subject of a check.
#pragma once

#include <string>
#include <vector>

#include "core/plan/plan.h"
#include "core/values/parameter.h"

namespace gonogo {

struct Inspection;

// What the role in use must be allowed, beside connecting. sql/grants/gonogo.sql allows it all, but
// no writing.
enum class Needs {
  kReading,     // to read the plan's relations
  kMonitoring,  // the same, and to see other roles' sessions: pg_monitor
  kWriting,     // the same as reading, and what the check's own statements do
  kNothing,     // no database is asked
};

struct Gate {
  std::string name;
  std::string family{};  // its folder below gates/: "catalogue"; the build sets it
  std::string summary;
  std::vector<Phase> phases;  // where a check names none
  std::vector<Parameter> parameters;

  // The subjects of a check, known from the plan alone: no database is asked what to look at.
  // Throws PlanError (without place; the caller adds it) where the arguments make no sense.
  std::vector<Subject> (*subjects)(const Plan& plan, const Arguments& arguments);

  // Looks, and says what it saw. Throws DatabaseError where it could not look.
  Outcome (*run)(const Inspection& inspection);

  Needs needs = Needs::kReading;

  // Whether a baseline may stand where the source would: what the gate asks there is catalogue,
  // counts and digests, and no value of a row.
  bool with_baseline = false;
};

}  // namespace gonogo
