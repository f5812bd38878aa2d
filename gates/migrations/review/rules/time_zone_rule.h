// The rule time_zone: an ALTER COLUMN TYPE whose values depend on the session's TimeZone.
#pragma once

#include <string>

#include "core/json/json.h"

namespace gonogo {

// Returns how the values depend on the TimeZone, or "". `was` is the type before, or "" if it isn't
// known; `column` the new definition, a "ColumnDef" with its USING as raw_default.
std::string TimeZoneDependence(const std::string& was, const Json& column);

}  // namespace gonogo
