// What a selftest found: for people, and for programs.
#pragma once

#include <string>

#include "core/json/json.h"
#include "core/record/trial.h"

namespace gonogo {

// Returns a few lines for each trial that didn't end as it must, with what to do, and the line that
// counts. `command`: how it was called, as far as a single kind is tried in the same way.
std::string SelftestText(const Selftest& selftest, const std::string& command,
                         std::chrono::milliseconds took);

// Returns the report in the schema of mutation testing elements, version 2: a file for each gate,
// whose lines are the damage that it claims; a gate is a test.
// https://github.com/stryker-mutator/mutation-testing-elements/tree/master/packages/report-schema
Json ToMutationReport(const Selftest& selftest);

// Returns a page in Markdown with a row for each kind of damage and the gates that are red. Only a
// full selftest knows all of them.
std::string KillMatrixPage(const Selftest& selftest);

}  // namespace gonogo
