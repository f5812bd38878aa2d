// Finds settings with which statements do something else than their text says, or harm the server.
#pragma once

#include <vector>

#include "core/json/json.h"
#include "gates/migrations/review/rules/schema_state.h"
#include "gates/migrations/review/rules/violation.h"

namespace gonogo {

// SET.
std::vector<Violation> OfSetting(const Json& set, const SchemaState& schema);

// ALTER ROLE ... SET and ALTER DATABASE ... SET.
std::vector<Violation> OfStoredSetting(const Json& alter, const SchemaState& schema);

// ALTER SYSTEM.
std::vector<Violation> OfSystem(const Json& alter, const SchemaState& schema);

// Calls of set_config() in the tree.
std::vector<Violation> SettingCalls(const Json& tree);

}  // namespace gonogo
