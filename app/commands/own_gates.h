// The commands for gates of one's own, below `gonogo gates`.
#pragma once

#include <CLI/CLI.hpp>

namespace gonogo {

void AddNewGate(CLI::App& gates, int& status);
void AddTestOfGates(CLI::App& gates, int& status);

}  // namespace gonogo
