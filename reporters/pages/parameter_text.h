// Parameters as they describe themselves, of a gate or of a stage.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/values/parameter.h"

namespace gonogo {

// For a terminal; the fields of an object stand further in.
std::string ParametersText(const std::vector<Parameter>& parameters, std::size_t indent);

// As a list.
std::string ParametersMarkdown(const std::vector<Parameter>& parameters, std::size_t indent = 0);

}  // namespace gonogo
