// The source's schema as SQL text, as pg_dump writes it.
#pragma once

#include <string>
#include <vector>

#include "stages/ledger/stage_run.h"
#include "stages/steps/sql_steps.h"

namespace gonogo {

enum class SchemaSection { kPreData, kPostData };

// The words that leave out of a dump what the plan excludes.
std::vector<std::string> ExclusionWords(const Plan& plan);

// What the plan does not exclude, without owners and privileges, which are the target's own; its
// text stays in the migration's folder. Throws PlanError where a relation of the plan goes to
// another name, std::runtime_error where pg_dump fails.
SqlStep DumpedStep(const StageRun& run, SchemaSection section);

}  // namespace gonogo
