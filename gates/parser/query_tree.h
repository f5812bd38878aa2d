// SQL as a tree, by PostgreSQL's own parser (libpg_query).
#pragma once

#include <string>

namespace gonogo {

// Whether two queries that a server wrote (pg_get_viewdef, a function's BEGIN ATOMIC) mean the same
// although they read otherwise: PostgreSQL 16 and newer write the columns of a query's only table
// without the table's name. Where the parser knows a query's syntax not yet, only equal texts do.
bool SameQuery(const std::string& one, const std::string& other);

}  // namespace gonogo
