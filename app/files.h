// Files at the edge: plans and env files read, results written whole or not at all.
#pragma once

#include <filesystem>
#include <string>

#include "core/environment.h"
#include "core/plan.h"

namespace gonogo {

// Throws PlanError where the file cannot be read.
std::string ReadTextFile(const std::filesystem::path& path);

// Writes to a file beside it and renames, so that nobody ever reads half of it.
// Throws std::runtime_error.
void WriteTextFile(const std::filesystem::path& path, const std::string& text);

// The plan in `path`, with what it extends merged in and its paths made absolute. Throws PlanError.
Plan LoadPlan(const std::filesystem::path& path, const Environment& environment);

// The folder of the sample database that the plan in `path` names, absolute, whatever else stands
// in the plan; "" where it names none. Throws PlanError.
std::string FixtureOf(const std::filesystem::path& path);

}  // namespace gonogo
