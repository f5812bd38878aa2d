// Tries the mutants of a statement that no case can prove on the test that does.
#pragma once

#include "tests/mutations/known_mutants.h"
#include "tests/mutations/trials.h"

namespace gonogo::testing_support {

// Runs the test once with each mutant that is left: those with which it fails are killed. Throws
// std::runtime_error if the test fails without any.
void TryTest(const ProvingTest& test, Trial& trial);

}  // namespace gonogo::testing_support
