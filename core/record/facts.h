// Facts that stages note in the ledger and that later stages, gates and reports read.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/json/json.h"

namespace gonogo {

// Each struct has a ToJson that writes it and an XFactsFrom that reads it. The readers throw
// Json::exception if a member without a default is missing. Paths are relative to the migration's
// folder, or absolute if they lie outside. Older versions noted absolute paths inside it too.

// The backup that preflight took: a dump in pg_dump's directory format.
struct BackupFacts {
  std::string folder;
  std::int64_t bytes = 0;
  std::int64_t entries = 0;               // in its table of contents
  std::string sha256;                     // of its SHA256SUMS
  std::chrono::milliseconds took{0};      // pg_dump alone
  std::int64_t compared = 0;              // relations compared after a trial restore
  std::chrono::milliseconds restored{0};  // how long pg_restore took in the trial restore
  std::string taken_at;                   // UTC, before pg_dump began; "" in old ledgers
  std::string database;                   // identifies the database on its server
  std::int64_t different = 0;             // relations that differed after the trial restore
  std::string compared_digest;            // of the names of the relations compared
  bool reused = false;                    // an earlier run of preflight took it
};

Json ToJson(const BackupFacts& facts);
BackupFacts BackupFactsFrom(const Json& json);

// The baseline that preflight took or was given.
struct BaselineFacts {
  std::string file;
  std::string digest;  // of its answers
  Json sizes = Json::object();
};

Json ToJson(const BaselineFacts& facts);
BaselineFacts BaselineFactsFrom(const Json& json);

// A schema that a stage recorded: a file of core/record/recorded_schema.h.
struct SchemaFacts {
  std::string file;
  std::string sha256;  // of the file
};

Json ToJson(const SchemaFacts& facts);
SchemaFacts SchemaFactsFrom(const Json& json);

// What backfill noted of the target when it and its commands had ended.
struct MarkFacts {
  std::string snapshot;                          // pg_current_snapshot()
  std::string at;                                // UTC, by the target's clock
  std::optional<std::string> system_identifier;  // nothing: the role may not read it
  std::string database_oid;
};

Json ToJson(const MarkFacts& facts);
MarkFacts MarkFactsFrom(const Json& json);

// Where the source's sequences were when preflight recorded them.
struct SequenceFacts {
  std::string taken_at;                          // UTC
  std::optional<std::string> system_identifier;  // nothing: the role may not read it
  std::string database_oid;
  std::map<std::string, std::int64_t> places;  // by QuotedName; each value adds 1
};

Json ToJson(const SequenceFacts& facts);
SequenceFacts SequenceFactsFrom(const Json& json);

// The last snapshot that finalize took: a dump in pg_dump's directory format.
struct SnapshotFacts {
  std::string folder;
  std::int64_t bytes = 0;
  std::string sha256;  // of its SHA256SUMS
  std::int64_t keep_days = 0;
};

Json ToJson(const SnapshotFacts& facts);
SnapshotFacts SnapshotFactsFrom(const Json& json);

// A rollback to the source.
struct RollbackFacts {
  bool rehearsed = false;
  std::int64_t rows = 0;               // that the patch changes on the source
  std::vector<std::string> different;  // "public.users: 2 rows missing"
  std::string patch;                   // the SQL file
  std::chrono::milliseconds took{0};   // the whole stage; the run of the stage adds it
};

// Leaves out `took`.
Json ToJson(const RollbackFacts& facts);
// A rollback that restored a backup has none of these members: all get their defaults.
RollbackFacts RollbackFactsFrom(const Json& json);

// What dual-write compared.
struct WatchFacts {
  std::int64_t rounds = 0;
  std::int64_t green_in_a_row = 0;
  std::int64_t lagged = 0;  // rows that differed at first and were equal when read again
  std::string series;       // the file with one line per round
};

Json ToJson(const WatchFacts& facts);
WatchFacts WatchFactsFrom(const Json& json);

// One run of the checks that a stage's command names.
struct ChecksFacts {
  int status = 0;                    // as the exit status of `gonogo run`
  std::string evidence;              // the evidence folder, relative to the migration's
  std::string sums;                  // SHA-256 of its SHA256SUMS
  std::vector<std::string> reasons;  // why it isn't GO
  std::string look;                  // digest of the plan and of the checks' arguments
};

Json ToJson(const ChecksFacts& facts);
ChecksFacts ChecksFactsFrom(const Json& json);

}  // namespace gonogo
