// Compares the baseline of a database with a baseline taken after a restore.
#pragma once

#include <string>
#include <vector>

#include "core/record/baseline.h"

namespace gonogo {

// Returns the statements whose answers differ, each once. Definitions are compared by what they
// mean, because a restore changes how the server prints them. Statements, too: some contain the
// predicate of an index.
std::vector<std::string> AnswersThatDiffer(const Baseline& before, const Baseline& after);

}  // namespace gonogo
