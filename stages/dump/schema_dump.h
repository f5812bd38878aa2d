// The source's schema as SQL, written by pg_dump.
#pragma once

#include <string>
#include <vector>

#include "stages/ledger/stage_run.h"
#include "stages/steps/sql_steps.h"

namespace gonogo {

enum class SchemaSection { kPreData, kPostData };

// Returns the options that make pg_dump leave out what the plan excludes.
std::vector<std::string> ExclusionOptions(const Plan& plan);

// Dumps a section of the source's schema without what the plan excludes, and without owners and
// privileges unless stage schema keeps them. The SQL file stays in the migration's folder, except
// in a dry run. If this process has run stage schema, takes the later section from its dump. Throws
// PlanError if the plan renames a relation, std::runtime_error if pg_dump fails.
SqlStep DumpedStep(const StageRun& run, SchemaSection section);

}  // namespace gonogo
