// Help pages: examples, and lines that fit a terminal of 80 columns.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace gonogo {

// Shows the examples, each a whole command line, at the end of the command's help, before what its
// footer says.
void AddExamples(CLI::App& command, const std::vector<std::string>& examples);

// Makes the help of `app` and of the commands that are added later fit 80 columns.
void UseHelpPages(CLI::App& app);

}  // namespace gonogo
