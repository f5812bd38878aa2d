// Takes a backup with pg_dump, and restores and compares it on another server if the plan wants it.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/record/facts.h"
#include "fixtures/connection/connection_string.h"
#include "fixtures/session/server_identity.h"
#include "stages/ledger/stage_run.h"

namespace gonogo {

struct Backup {
  std::filesystem::path folder;  // in pg_dump's directory format, with SHA256SUMS
  std::int64_t bytes = 0;
  std::int64_t entries = 0;               // in its table of contents
  std::string sha256;                     // of its SHA256SUMS
  std::string taken_at;                   // UTC, before the snapshot that pg_dump read
  std::string database;                   // see DatabaseId
  std::chrono::milliseconds took{0};      // pg_dump alone
  std::chrono::milliseconds restored{0};  // how long pg_restore took, if it was restored
  std::int64_t compared = 0;              // relations, if it was restored
  std::vector<std::string> differences;   // relations that differ from the database
};

// Takes a backup of the source, or of the database that the migration changes in place, into
// "backup" of the migration's folder. With "restore_on", restores it there and compares the plan's
// relations. Throws std::runtime_error if a program fails or the backup is empty, PlanError if the
// plan has no relation to compare, DatabaseError.
Backup TakeBackup(StageRun& run);

// Returns what tells the database from all others: the cluster's number, if the role may read it,
// else the address; and the OID.
std::string DatabaseId(const ServerIdentity& identity, const ConnectionString& endpoint);

BackupFacts FactsOf(const Backup& backup, const StageRun& run);

}  // namespace gonogo
