// The pipeline's job that runs this process.
#pragma once

#include <string>

#include "core/text/environment.h"

namespace gonogo {

// Returns the URL of the job's or run's page as GitHub, GitLab, Jenkins, Azure or Buildkite tell it
// in the environment, or "".
std::string PipelineUrl(const Environment& environment);

}  // namespace gonogo
