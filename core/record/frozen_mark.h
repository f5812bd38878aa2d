// What tells that nobody wrote to a server between two looks at it.
#pragma once

#include <string>

#include "core/json/json.h"

namespace gonogo {

// A look at a server. Settings, roles and functions that change aren't seen.
struct FrozenMark {
  // pg_current_snapshot(): the same twice means that no transaction that writes has begun or ended
  // in between, in any database of the server.
  std::string snapshot;
  // Digest of what the database's relations are and of the server's counters of their rows. Analyze
  // is a transaction, too, but changes none of that.
  std::string rows;
  // The server had sent its counters when it was asked. Before PostgreSQL 15 that can't be told.
  bool is_settled = false;

  bool operator==(const FrozenMark&) const = default;
};

// Returns why the server may have been written to in between: "rows or relations of the source
// changed"; "" if it wasn't.
std::string WhyNotFrozen(const std::string& side, const FrozenMark& before,
                         const FrozenMark& after);

Json ToJson(const FrozenMark& mark);

// Reads what ToJson wrote. Throws what the JSON library throws.
FrozenMark FrozenMarkIn(const Json& json);

}  // namespace gonogo
