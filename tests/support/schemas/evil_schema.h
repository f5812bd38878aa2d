// A schema whose owner wants to speak for PostgreSQL.
#pragma once

#include <string>

namespace gonogo::testing_support {

// Returns SQL that creates schema "evil" with an operator for each of pg_catalog's with fixed
// types, and more exact ones for what PostgreSQL resolves by conversion, with functions and with
// types that are called as pg_catalog's. All of them fail when they are used. Then it puts the
// schema before pg_catalog in the search_path of the database.
std::string EvilSchema(const std::string& database);

}  // namespace gonogo::testing_support
