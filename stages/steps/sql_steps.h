// Steps of SQL on the target, each one transaction, that are done exactly once: the ledger says
// what was begun, and the server what became of it.
#pragma once

#include <string>
#include <vector>

#include "fixtures/session/writing_session.h"
#include "gates/parser/sql_script.h"
#include "stages/ledger/stage_run.h"

namespace gonogo {

struct SqlStep {
  std::string name;
  std::string file;  // what a complaint about a line names
  std::string text;
};

// A complaint about the SQL of a step: file, line, what is wrong.
class SqlStepError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Applies the steps in their order; one that is done already is left. Stops at the first statement
// that the server refuses. Throws SqlStepError there, DatabaseError where the server is lost,
// PlanError where a step that was done has other contents now.
void ApplySteps(StageRun& run, const std::vector<SqlStep>& steps);

// Applies all of them in one transaction, and rolls it back: what they lock is locked meanwhile.
// Nothing is noted. Throws SqlStepError, DatabaseError.
void TrySteps(StageRun& run, const std::vector<SqlStep>& steps);

}  // namespace gonogo
