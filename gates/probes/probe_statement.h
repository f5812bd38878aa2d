// Which statements a probe may run: those that change rows, in a transaction that they cannot end.
#pragma once

#include <string>

namespace gonogo {

// Throws PlanError where `text` is not, to PostgreSQL's own parser, exactly one INSERT, UPDATE,
// DELETE, MERGE, SELECT, TRUNCATE, CALL or DO. `name` ("statement") opens the message.
void RequireProbeStatement(const std::string& name, const std::string& text);

}  // namespace gonogo
