// Gathers what the reports on a run show: from a run that ends, or from the files that one left.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/plan/plan.h"
#include "core/record/evidence.h"
#include "core/record/ledger.h"
#include "fixtures/migration_folder.h"
#include "reporters/model/run_report.h"

namespace gonogo {

// Returns the report on a run that ends now.
RunReport ReportOnRun(const Plan& plan, const MigrationFolder& migration, Evidence evidence);

inline constexpr const char* kJunitFile = "junit/gtest.xml";

// Adds the folder and its files.
void AddFiles(const std::filesystem::path& folder, RunReport& report);

// Returns the report on what a folder has: evidence.jsonl of a run, or ledger.jsonl of a migration.
// Says what is missing or can't be read instead of throwing. `plan` may be null, and doesn't count
// if the evidence is of a plan with another name. Throws PlanError if the folder has neither.
RunReport ReportInFolder(const std::filesystem::path& folder, const Plan* plan);

// Returns the report on the stage that runs or ended last, with the evidence of its checks.
RunReport ReportOnMigration(const std::filesystem::path& folder, const Ledger& ledger,
                            const Plan* plan);

// Returns the report on what a migration does now: on its stage if `run` is one of a stage or none,
// otherwise on that run. `run` is the folder of the newest run, or "". `plan` may be null.
RunReport ReportOnNewest(const std::filesystem::path& run, const MigrationFolder& migration,
                         const Plan* plan);

// Returns the exit status that the run had, or "could not decide" if no verdict stands.
int ExitStatusOf(const RunReport& report);

}  // namespace gonogo
