// Finds the backup of an earlier run of preflight that is still good enough.
#pragma once

#include <optional>
#include <string>

#include "core/record/facts.h"
#include "core/record/ledger.h"
#include "stages/ledger/stage_run.h"

namespace gonogo {

// Returns the last backup that preflight took in this migration's folder, if the plan allows to use
// it again (reuse_backup_hours), it is of the same database (see DatabaseId), and no rollback began
// since. With "restore_on" its trial restore must have compared the same relations. Doesn't look at
// its files: see DumpDamage. `now` is UTC. A backup from which a rollback is made, inside one
// database, is never used again: it would lose what was written since.
std::optional<BackupFacts> EarlierBackup(const StageRun& run, const Ledger& ledger,
                                         const std::string& database, const std::string& now);

// Returns what the trial restore compares: a digest of the names of the plan's relations.
std::string ComparedDigest(const Plan& plan);

}  // namespace gonogo
