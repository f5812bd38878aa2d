// A baseline, taken: the database is asked what the plan's checks will ask of it once it is
// migrated, and what people want to know afterwards.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "core/plan/plan.h"
#include "core/record/baseline.h"
#include "core/record/ledger.h"
#include "core/text/environment.h"
#include "fixtures/session/connection_string.h"

namespace gonogo {

// Asks the database at `endpoint`, in one snapshot: its catalogue, the number and digest of the
// rows of every relation of the plan that it has, its sequences, and what each check of the plan
// asks that can be compared with a baseline. `show` hears what is asked now. Throws DatabaseError
// where the database cannot answer, or a check cannot be compared.
Baseline TakeBaseline(const Plan& plan, const Environment& environment,
                      const ConnectionString& endpoint, const std::string& tool,
                      const std::function<void(const std::string&)>& show);

// Throws PlanError where the baseline in `file` is not the one that preflight noted in the ledger
// (none: it took none): one that was taken since may equal what the migration made.
void RequireBaselineOfPreflight(const Ledger& ledger, const std::filesystem::path& file);

// "6 relations, 120 answers, a database of 9 MB, sha256 ...": for people.
std::string Describe(const Baseline& baseline);

}  // namespace gonogo
