// The queries whose plans matter: those of a file, or those on which the source spends its time.
#pragma once

#include <string>
#include <vector>

#include "gates/inspection.h"
#include "gates/parser/row_finder.h"

namespace gonogo {

struct NamedQuery {
  std::string name;  // for findings
  RowFinder finder;
};

// Returns the queries of a file. Throws PlanError if it can't be read, has none, or has a statement
// that isn't a query of tables.
std::vector<NamedQuery> QueriesOfFile(const std::string& path);

struct FrequentQueries {
  std::vector<NamedQuery> queries;
  std::vector<std::string> notes;  // what was left out
};

// Returns the first `top` of the source's queries by the time that they took in all, of those
// roles or else of all but gonogo's. Throws DatabaseError if the extension pg_stat_statements isn't
// there, hides a statement from this role, or knows no query of tables.
FrequentQueries QueriesOfSource(const Inspection& in, std::int64_t top,
                                const std::vector<std::string>& roles);

}  // namespace gonogo
