// Compares queries as trees of PostgreSQL's own parser (libpg_query).
#pragma once

#include <string>

namespace gonogo {

// Returns true if two queries that servers printed (pg_get_viewdef, a function's BEGIN ATOMIC) mean
// the same. PostgreSQL 16 and newer print the columns of a query's only table without the table's
// name. If the parser can't read a query, the texts must be identical.
bool SameQuery(const std::string& one, const std::string& other);

}  // namespace gonogo
