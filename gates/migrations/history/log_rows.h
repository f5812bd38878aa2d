// A row that a runbook writes into a log of its own: whether it is there.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/text/json.h"
#include "core/values/outcome.h"
#include "fixtures/session/session.h"

namespace gonogo {

// All that one side has in a table, each row as an object.
struct LoggedRows {
  bool has_table = false;
  std::vector<Json> rows;
  std::int64_t now_ms = 0;  // the server's clock; 0 where there is no row
};

// Throws DatabaseError where the table may not be read.
LoggedRows ReadLog(Session& session, const std::string& table);

// Whether the target's log has a row whose columns have the texts of `wanted`, a map.
Outcome LookForRow(const std::string& table, const LoggedRows& log, const Json& wanted);

}  // namespace gonogo
