// The files in forms/ and shell/, which the build embeds.
#pragma once

#include <map>
#include <string>

namespace gonogo {

// Returns the texts by file: "forms/gitlab.yml".
const std::map<std::string, std::string>& PipelineTexts();

}  // namespace gonogo
