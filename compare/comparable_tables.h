// The tables of a database whose contents can be compared.
#pragma once

#include <string>
#include <vector>

#include "fixtures/session/session.h"

namespace gonogo {

// Ordinary and partitioned tables as a plan spells them, by name; a partition's rows are its
// root's, and what belongs to an extension comes with it. Throws DatabaseError.
std::vector<std::string> ComparableTables(Session& session);

}  // namespace gonogo
