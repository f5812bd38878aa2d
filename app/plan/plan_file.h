// Plans, read from their files.
#pragma once

#include <filesystem>
#include <string>

#include "core/plan/plan.h"
#include "core/text/environment.h"

namespace gonogo {

// The plan in `path`, with what it extends merged in and its paths made absolute. Throws PlanError.
Plan LoadPlan(const std::filesystem::path& path, const Environment& environment);

// The folder of the sample database that the plan in `path` names, absolute, whatever else stands
// in the plan; "" where it names none. Throws PlanError.
std::string FixtureOf(const std::filesystem::path& path);

}  // namespace gonogo
