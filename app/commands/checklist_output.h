// How commands show a checklist: a line for each point.
#pragma once

#include <string>

#include "app/proof/checklist.h"
#include "core/json/json.h"

namespace gonogo {

// Returns the lines of the points, without the result.
std::string PointLines(const Checklist& list);

// Returns the result, its exit status and the points.
Json ChecklistJson(const Checklist& list);

}  // namespace gonogo
