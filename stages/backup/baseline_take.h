// Takes a baseline: asks a database what the plan's checks will ask of the source once it is
// migrated, and records the answers.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "core/plan/plan.h"
#include "core/record/baseline.h"
#include "core/record/ledger.h"
#include "core/text/environment.h"
#include "fixtures/connection/connection_string.h"

namespace gonogo {

// Asks the database at `endpoint`, in one snapshot: its catalogue, the row counts and digests of
// the plan's relations that exist, its sequences, and what each check asks that can be compared
// with a baseline. `print_progress` gets the current question. Throws DatabaseError if the database
// can't answer, or if a check can't be compared.
Baseline TakeBaseline(const Plan& plan, const Environment& environment,
                      const ConnectionString& endpoint, const std::string& tool,
                      const std::function<void(const std::string&)>& print_progress);

// Throws PlanError unless the baseline in `file` is the last one that preflight noted. One that was
// taken later may equal what the migration made.
void RequireBaselineOfPreflight(const Ledger& ledger, const std::filesystem::path& file);

// Returns "6 relations, 120 answers, a database of 9 MB, sha256 ..." for people.
std::string Describe(const Baseline& baseline);

}  // namespace gonogo
