// The catalogues and views of PostgreSQL that the statements of sql/ read, and their columns.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace gonogo::testing_support {

using CatalogueColumns = std::map<std::string, std::set<std::string>>;

// Returns the columns of the catalogues in FROM that the statement names, also as the key of a
// row's JSON (to_jsonb(p) ->> 'puballsequences'). `all` lists each catalogue's columns, because an
// alias may stand for a subquery, whose columns are those of its own FROM. A catalogue of which it
// names none has an empty set. Throws PlanError if the parser of PostgreSQL 15 can't read the
// statement.
CatalogueColumns NamedColumns(std::string_view statement, const CatalogueColumns& all);

// Returns what all statements name together, but for those of the selftest: what they read to plant
// damage, no gate compares.
CatalogueColumns NamedColumnsOfStatements(const CatalogueColumns& all);

}  // namespace gonogo::testing_support
