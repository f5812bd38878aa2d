// What the check of one case may use: both databases, the environment, the migration's records, the
// plan, and the arguments of the check.
#pragma once

#include <set>
#include <string>

#include "compare/contents.h"
#include "core/plan/plan.h"
#include "core/text/environment.h"
#include "core/values/arguments.h"
#include "fixtures/migration_folder.h"
#include "fixtures/pair.h"
#include "gates/check_memory.h"

namespace gonogo {

class RelationCatalogue;

struct Inspection {
  Pair& pair;
  Contents& contents;            // row counts and digests, computed once for all checks
  RelationCatalogue& catalogue;  // catalogue rows, read once for all checks
  CheckMemory& memory;           // what one case of a check found out for the others
  const Environment& environment;
  const MigrationFolder& migration;
  const Plan& plan;
  const Arguments& arguments;
  const Subject& subject;
  // The relations of this check's cases that the run has; null: those of all its cases. A shard has
  // a part of them.
  const std::set<std::string>* asked = nullptr;
};

}  // namespace gonogo
