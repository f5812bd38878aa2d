// Reads an object of a JSON document as a table of parameters describes it.
#pragma once

#include <string>
#include <vector>

#include "core/json/located_json.h"
#include "core/text/environment.h"
#include "core/values/parameter.h"

namespace gonogo {

// Returns the object at `pointer` of `document` as `parameters` describe it:
// - {"env": NAME, "default": VALUE} becomes the variable's value, or VALUE if it is unset or empty,
// - members that aren't given get their defaults,
// - paths are resolved.
// Ignores the members named in `others`. Throws PlanError with file, line and what to do if a
// member is unknown, is missing or has a wrong value.
Json ReadObject(const LocatedJson& document, const std::string& pointer,
                const std::vector<Parameter>& parameters, const std::vector<std::string>& others,
                const Environment& environment);

// Returns the same object for reports: what came from a variable is {"env": NAME}, because it may
// be a secret.
Json ReadObjectForReports(const LocatedJson& document, const std::string& pointer,
                          const std::vector<Parameter>& parameters,
                          const std::vector<std::string>& others, const Environment& environment);

}  // namespace gonogo
