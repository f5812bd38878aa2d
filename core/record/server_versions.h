// Which majors of PostgreSQL gonogo is tested with: see docs/versions.md.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/record/evidence.h"

namespace gonogo {

inline constexpr std::int64_t kOldestTestedMajor = 13;
inline constexpr std::int64_t kNewestTestedMajor = 18;

// Returns 15 of "15.18"; 0 if the text begins with no number.
std::int64_t MajorOf(std::string_view version);

// Returns "gonogo is tested with 13 to 18" for another major, else "".
std::string WhatIsTested(std::int64_t major);

// Returns a remark for each server of a major that gonogo isn't tested with.
std::vector<std::string> VersionRemarks(const RunHeader& run);

}  // namespace gonogo
