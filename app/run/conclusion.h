// Ends a run, whether it ran in this process or was merged: judges, writes and prints.
#pragma once

#include "app/run/evidence_folder.h"
#include "app/run/run_options.h"
#include "core/plan/plan.h"
#include "core/record/evidence.h"
#include "fixtures/migration_folder.h"

namespace gonogo {

// How the verdict is printed.
enum class Shown { kWhole, kOnlyJson };

// Writes the reports and the verdict on a run of the plan into the folder, prints the verdict, and
// returns its exit status. `migration` has its ledger and the runs before it.
int Conclude(const Plan& plan, const MigrationFolder& migration, Evidence evidence,
             EvidenceFolder& folder, const RunOptions& options, Shown shown = Shown::kWhole);

}  // namespace gonogo
