// A page of docs/ that is the transcript of its own commands: the lines that begin with "$ ".
#pragma once

#include <string>

#include "tests/support/gonogo_program.h"

namespace gonogo::testing_support {

// Runs the page's commands in one shell, in a new folder that has gonogo, sql/ and fixtures/, and
// expects that they succeed and print what the page shows. What differs from run to run (times,
// ports, digests) has stand-ins there. With GONOGO_REGENERATE=1 in the environment, writes the
// page. `clean_up` are commands that run before and after all others, also if one of these fails.
void ExpectTranscript(const std::string& page, const Variables& environment,
                      const std::string& clean_up = ":");

}  // namespace gonogo::testing_support
