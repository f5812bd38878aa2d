// Reads definitions that a server printed as trees of PostgreSQL's own parser (libpg_query).
#pragma once

#include <optional>
#include <string>

#include "core/json/json.h"

namespace gonogo {

// Returns the tree of the statements, written in one way for all that a dump and restore or
// another version writes differently. Returns nothing if the parser of PostgreSQL 15 can't read
// them. Two trees are equal only if the statements mean the same. The server must have printed the
// statements with an empty search_path, so that only names in pg_catalog are unqualified.
std::optional<Json> NormalTree(const std::string& sql);

}  // namespace gonogo
