// The subcommands of gonogo evidence that verify and sign.
#pragma once

#include <CLI/CLI.hpp>

namespace gonogo {

void AddEvidenceVerify(CLI::App& command, int& status);
void AddEvidenceSign(CLI::App& command, int& status);

}  // namespace gonogo
