// Reads a table that records applied migrations: a tool's history, or the log of a runbook.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/json/json.h"
#include "core/values/outcome.h"
#include "fixtures/session/session.h"

namespace gonogo {

struct HistoryRows {
  bool has_table = false;
  std::vector<Json> rows;   // each as an object of all columns
  std::int64_t now_ms = 0;  // the server's clock; 0 if there are no rows
};

// Returns all rows of the table. Throws DatabaseError if the role can't read it.
HistoryRows ReadHistory(Session& session, const std::string& table);

// Requires a row in the target's `table` whose columns have the texts of `wanted`, a map.
Outcome RequireRow(const std::string& table, const HistoryRows& history, const Json& wanted);

}  // namespace gonogo
