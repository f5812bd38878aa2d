// The digest of a plan: of its text and of the files that it names.
#pragma once

#include <string>
#include <vector>

#include "core/plan/plan.h"

namespace gonogo {

// Sets the plan's `files` and `digest`, from its `text_digest` and from the files as they are now.
void AddDigest(Plan& plan);

// Returns the names of files that have changed since the plan was read, sorted.
std::vector<std::string> FilesChangedSinceRead(const Plan& plan);

}  // namespace gonogo
