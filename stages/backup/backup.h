// A backup of the source, or of the database that is changed in place: pg_dump's directory format,
// its table of contents read back, its digests written beside it, and where the plan names a server
// for it, restored there and compared.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>

#include "stages/ledger/stage_run.h"

namespace gonogo {

struct Backup {
  std::filesystem::path folder;
  std::int64_t bytes = 0;
  std::int64_t entries = 0;               // of its table of contents
  std::string digest;                     // sha256 of its SHA256SUMS
  std::chrono::milliseconds took{0};      // pg_dump alone
  std::chrono::milliseconds restored{0};  // how long pg_restore took, where it was restored
  std::int64_t compared = 0;              // relations, where it was restored
  std::vector<std::string> differences;
};

// Throws std::runtime_error where a program fails or the backup holds nothing, DatabaseError where
// a server does.
Backup TakeBackup(StageRun& run);

}  // namespace gonogo
