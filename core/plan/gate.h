// A gate: a kind of check. A check in a plan is one use of a gate; a case is one of its subjects.
#pragma once

#include <string>
#include <vector>

#include "core/plan/plan.h"
#include "core/values/parameter.h"

namespace gonogo {

struct Inspection;

// The privileges that gonogo's role needs, besides CONNECT. sql/grants/gonogo.sql grants all of
// them, except those for writing.
enum class Needs {
  kReading,     // SELECT on the plan's relations
  kMonitoring,  // the same, and membership in pg_monitor, to see the sessions of other roles
  kWriting,     // SELECT, and the privileges for the check's own statements
  kNothing,     // the gate doesn't use a database
};

// What a check finds out about the rows that a table has on both sides: each tells more than the
// one before.
enum class RowsSeen { kNone, kEstimated, kCounted, kSomeColumns, kAll };

struct Gate {
  std::string name;
  std::string family{};  // its folder in gates/, such as "catalogue"; set by the build
  std::string summary;
  // What a finding means for the migration, and what to do about it: a short sentence each, in
  // plain text, which all reports and docs/gates.md show.
  std::string meaning;
  std::string remedy;
  std::vector<Phase> phases;  // of a check that doesn't name any
  std::vector<Parameter> parameters;

  // Returns the subjects of a check, from the plan alone, without a database. Throws PlanError
  // (without file and line, which the caller adds) if the arguments are wrong.
  std::vector<Subject> (*subjects)(const Plan& plan, const Arguments& arguments);

  // Examines one subject. Throws DatabaseError if it can't.
  Outcome (*run)(const Inspection& inspection);

  // Returns what a check finds out about all rows of each of its relations; null: nothing.
  RowsSeen (*rows_seen)(const Arguments& arguments) = nullptr;

  Needs needs = Needs::kReading;

  // Whether a baseline may replace the source: then the gate may read only catalogues, counts and
  // digests from the source, never the value of a row.
  bool with_baseline = false;

  // Whether its findings show rows without being asked.
  bool shows_rows = false;
};

}  // namespace gonogo
