// The expressions of sql/fragments/, which the build puts in several statements each. Their mutants
// are tried in one of these.
#pragma once

#include "fixtures/messages/statement_names.h"
#include "tests/support/sql_mutants.h"

namespace gonogo::testing_support {

// Returns whether the mutant only changes what a fragment put there that is tried in another
// statement. Throws std::runtime_error if no statement is known for a fragment.
bool IsTriedInAnotherStatement(const NamedStatement& statement, const SqlMutant& mutant);

}  // namespace gonogo::testing_support
