// Applies SQL files to the target, each as one transaction, exactly once.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "stages/ledger/stage_run.h"

namespace gonogo {

struct SqlStep {
  std::string name;
  std::string file;  // for error messages
  std::string text;
  bool is_dumped = false;  // by pg_dump, which may know more SQL than gonogo's parser
};

// An error in the SQL of a step: file, line, what is wrong.
class SqlStepError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Applies the steps in order, without those that the ledger has as done. Throws SqlStepError at the
// first statement that the server refuses, PlanError if a done step has changed, DatabaseError if
// the connection is lost.
void ApplySteps(StageRun& run, const std::vector<SqlStep>& steps);

// Applies all steps in one transaction and rolls it back; until then it holds its locks. Notes
// nothing in the ledger. Throws SqlStepError, DatabaseError.
void TrySteps(StageRun& run, const std::vector<SqlStep>& steps);

}  // namespace gonogo
