// What the run of one database of a fleet left in its folder.
#pragma once

#include <filesystem>

#include "core/fleet/fleet.h"

namespace gonogo {

// Reads evidence.jsonl and verdict.json in the folder. Doesn't throw: what is missing, can't be
// read, or doesn't follow from the lines is a doubt.
DatabaseEvidence DatabaseEvidenceIn(const std::filesystem::path& folder);

}  // namespace gonogo
