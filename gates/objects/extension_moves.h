// Finds extensions that are in another schema on the target.
#pragma once

#include "fixtures/pair.h"
#include "gates/objects/renaming.h"

namespace gonogo {

// Lets `renaming` map what belongs to such extensions: public.citext is extensions.citext then.
// That the extension has moved is one finding, of gate extensions, and not one of each column.
// Throws DatabaseError.
void AddExtensionMoves(Pair& pair, Renaming& renaming);

}  // namespace gonogo
