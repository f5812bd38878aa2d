// The digest of a plan: of its text and of the files that it names.
#pragma once

#include <string>
#include <vector>

#include "core/plan/plan.h"
#include "core/text/environment.h"

namespace gonogo {

// Sets the plan's `files` and `digest`, from its `text_digest` and from the files as they are now.
void AddDigest(Plan& plan, const Environment& environment);

// A word of a stage's program that may lead to files which the digest doesn't cover.
struct UncoveredWord {
  std::string by;  // "stage schema"
  std::string word;
  std::string why;  // "is a folder that holds the plan"
};

// Returns those words. The plan covers what they lead to if the command has `files`.
std::vector<UncoveredWord> UncoveredWords(const Plan& plan, const Environment& environment);

// Returns the names of files that have changed since the plan was read, sorted.
std::vector<std::string> FilesChangedSinceRead(const Plan& plan);

}  // namespace gonogo
