// The triggers, rules and policies of a random database's tables.
#pragma once

#include "tests/support/schemas/schema_draft.h"

namespace gonogo::testing_support {

void MakeTriggers(SchemaDraft& draft, const std::string& table);
void MakePolicies(SchemaDraft& draft, const std::string& table);

}  // namespace gonogo::testing_support
