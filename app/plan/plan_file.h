// Reads plans from their files.
#pragma once

#include <filesystem>
#include <string>

#include "core/json/located_json.h"
#include "core/plan/plan.h"
#include "core/text/environment.h"

namespace gonogo {

// A plan as its files have it, what it extends included: {"env": NAME} isn't filled in yet.
struct PlanDocument {
  LocatedJson json;
  std::string file;     // as given
  std::string digest;   // SHA-256 of the texts of the plan and of what it extends, hexadecimal
  std::string fixture;  // the absolute folder of the sample database; "" if the plan names none
};

// Throws PlanError if a file can't be read or isn't JSON.
PlanDocument ReadPlanDocument(const std::filesystem::path& path);

// Fills in the values of environment variables. Throws PlanError for any mistake in the plan.
Plan ReadPlan(const PlanDocument& document, const Environment& environment);

// Does both. Throws PlanError.
Plan LoadPlan(const std::filesystem::path& path, const Environment& environment);

// Returns plan.schema.json, by which editors complete and check a plan.
std::string SchemaOfPlans();

}  // namespace gonogo
