// Looks at a target before anything is copied to it: what it is, what it lacks, what will differ.
#pragma once

#include <string>
#include <vector>

#include "core/plan/source_schema.h"
#include "core/values/side.h"
#include "fixtures/session/session.h"
#include "reporters/pages/plan_text.h"

namespace gonogo {

struct TargetLook {
  // For people, one fact a line: "target: PostgreSQL 15.8, Supabase; role postgres, no superuser".
  std::vector<std::string> report;
  bool has_tables = false;  // of the plan
};

// Compares the target with the source; `found` is what was discovered on the target. Sets in
// `options` what the plan must say about it: where extensions are, who owns the objects, whether
// owners and privileges can be kept. Throws DatabaseError.
TargetLook LookAtTarget(const SourceSchema& schema, const SourceSchema& found, Session& source,
                        Session& target, DiscoveryOptions& options);

}  // namespace gonogo
