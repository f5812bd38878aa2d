// The tables of a database whose contents can be compared.
#pragma once

#include <string>
#include <vector>

#include "fixtures/session/session.h"

namespace gonogo {

// Returns ordinary and partitioned tables as a plan spells them, sorted by name. Leaves out
// partitions, whose rows belong to the partitioned table, and tables of extensions, which CREATE
// EXTENSION creates. Throws DatabaseError.
std::vector<std::string> ComparableTables(Session& session);

}  // namespace gonogo
