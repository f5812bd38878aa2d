// An excerpt of a user's database: its schema and the first rows of each table, in a throw-away
// pair.
#pragma once

#include <cstdint>
#include <string>

#include "core/plan/plan.h"
#include "fixtures/connection/connection_string.h"
#include "fixtures/throwaway/throwaway_pair.h"

namespace gonogo {

struct Excerpt {
  std::string from;  // user@host:port/database
  std::int64_t tables = 0;
  std::int64_t rows = 0;
};

// Returns it in one line, for people.
std::string Describe(const Excerpt& excerpt);

// Copies an excerpt of the database to both sides of the pair, from one snapshot, which it only
// reads. Roles come without passwords. Rows whose foreign keys refer to rows outside the excerpt
// are left out. Throws PlanError if pg_dump isn't installed, DatabaseError or std::runtime_error
// with the server's or the program's message if a step fails.
Excerpt CopyExcerpt(const ConnectionString& original, const Limits& limits,
                    const ThrowAwayPair& pair);

}  // namespace gonogo
