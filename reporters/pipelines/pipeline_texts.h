// The files in forms/ and shell/, which the build embeds.
#pragma once

#include <string>

namespace gonogo {

// Returns the text of a file: "forms/gitlab.yml". Throws std::out_of_range if there is none.
const std::string& PipelineText(const std::string& file);

}  // namespace gonogo
