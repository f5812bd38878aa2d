// The options that `gonogo plan discover` and `gonogo init` share.
#pragma once

#include <CLI/CLI.hpp>

#include "app/plan/new_plan.h"

namespace gonogo {

void AddPlanRequestTo(CLI::App& command, PlanRequest& request);

// Throws PlanError if a URL is missing that the request needs.
void RequireUrls(const PlanRequest& request);

// Throws PlanError if the folder of the migrations doesn't exist.
void RequireFolder(const PlanRequest& request);

}  // namespace gonogo
