// Reads the catalogue of a source, to write a plan for it or to compare one with it.
#pragma once

#include "core/plan/source_schema.h"
#include "fixtures/session/session.h"

namespace gonogo {

// Reads no rows of user tables. Throws DatabaseError.
SourceSchema Discover(Session& source);

// Returns the extensions that the target has in another schema than the source, and that schema.
// `renamed` are schemas of the source with another name on the target. Throws DatabaseError.
std::map<std::string, std::string> MovedExtensions(
    Session& source, Session& target, const std::map<std::string, std::string>& renamed);

}  // namespace gonogo
