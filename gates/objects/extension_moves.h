// Finds extensions that are in another schema on the target.
#pragma once

#include <map>
#include <string>

#include "fixtures/pair.h"
#include "gates/objects/renaming.h"

namespace gonogo {

// Lets `renaming` map what belongs to such extensions: public.citext is extensions.citext then.
// That the extension has moved is one finding, of gate extensions, and not one of each column.
// Throws DatabaseError.
void AddExtensionMoves(Pair& pair, Renaming& renaming);

// Does the same for sessions. `planned` are the schemas of extensions that the target doesn't have
// yet.
void AddExtensionMoves(Session& source, Session& target,
                       const std::map<std::string, std::string>& planned, Renaming& renaming);

}  // namespace gonogo
