// The columns of a query that differ each time it runs: now(), random() and the like.
#pragma once

#include <set>
#include <string>

namespace gonogo {

// Returns the positions, from 0 on, of result columns whose expression asks for the time, a random
// value, a sequence's next one or the session, in any part of a UNION. Doesn't look into
// subqueries. Returns nothing if the parser can't read the query.
std::set<std::size_t> ChangingColumns(const std::string& query);

}  // namespace gonogo
