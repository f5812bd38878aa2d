// gonogo plan pipeline: writes the pipeline of a host that rehearses and judges a plan.
#pragma once

#include <CLI/CLI.hpp>

namespace gonogo {

void AddPipeline(CLI::App& plan, int& status);

}  // namespace gonogo
