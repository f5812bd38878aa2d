// Descriptions of the parameters of a gate or of a stage.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/values/parameter.h"

namespace gonogo {

// Returns text for a terminal. The fields of an object are indented further.
std::string ParametersText(const std::vector<Parameter>& parameters, std::size_t indent);

// Returns a Markdown list.
std::string ParametersMarkdown(const std::vector<Parameter>& parameters, std::size_t indent = 0);

}  // namespace gonogo
