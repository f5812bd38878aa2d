// The statements that a probe may run: those that change rows and can't end their transaction.
#pragma once

#include <string>

namespace gonogo {

// Throws PlanError unless `text` is, to PostgreSQL's parser, exactly one INSERT, UPDATE, DELETE,
// MERGE, SELECT, TRUNCATE, CALL or DO. The message begins with `name` ("statement").
void RequireProbeStatement(const std::string& name, const std::string& text);

}  // namespace gonogo
