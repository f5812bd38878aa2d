// Verifies a migration, its ledger and the runs that it names, without servers, plan or network.
#pragma once

#include <filesystem>

#include "app/proof/checklist.h"
#include "app/proof/verification.h"
#include "core/record/ledger.h"

namespace gonogo {

inline constexpr const char* kMigrationLedger = "ledger.jsonl";

struct MigrationVerification {
  Checklist list;  // what was checked and what couldn't be
  // What was checked, as far as it could be read.
  Ledger ledger{};
};

// Returns whether the folder is that of a migration.
bool IsMigrationFolder(const std::filesystem::path& folder);

// Verifies that the ledger is one chain in order, that each run which it names is there, sound and
// the one that it names, and that no run is left which it should name. The ledger's signatures
// cover all of that. What stages did besides their checks is by the ledger's word alone.
MigrationVerification VerifyMigration(const std::filesystem::path& folder,
                                      const VerifyRequest& request);

}  // namespace gonogo
