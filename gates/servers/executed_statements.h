// What pg_stat_statements has of the statements that a server executed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/values/side.h"
#include "gates/inspection.h"

namespace gonogo {

struct ExecutedStatement {
  std::string id;  // of pg_stat_statements, which other servers don't share
  std::string query;
  std::int64_t calls = 0;
  double milliseconds = 0;  // in all
  std::int64_t rows = 0;    // returned or changed, in all

  // Returns "query 1 (SELECT o.note FROM orders AS o WHERE o.customer = $1)".
  std::string Name() const;
};

// Returns the statements of this database that those roles executed, or else all but gonogo's,
// those first that took the most time. Throws DatabaseError if the extension pg_stat_statements
// isn't there or hides a statement from this role.
std::vector<ExecutedStatement> StatementsOn(const Inspection& in, SideName side,
                                            const std::vector<std::string>& roles);

}  // namespace gonogo
