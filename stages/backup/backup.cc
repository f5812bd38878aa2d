// The comparison reads the database in the snapshot that pg_dump used, so later writes aren't
// differences.
#include "stages/backup/backup.h"

#include <fmt/format.h>

#include <stdexcept>

#include "compare/comparison.h"
#include "core/error.h"
#include "core/text/text.h"
#include "fixtures/pair.h"
#include "fixtures/programs/client_program.h"
#include "fixtures/programs/kept_dump.h"
#include "fixtures/session/writing_session.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/interrupt.h"
#include "fixtures/system/private_file.h"
#include "fixtures/system/text_file.h"
#include "gates/services/service_request.h"
#include "stages/backup/earlier_backup.h"
#include "stages/dump/dump_progress.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

using Clock = std::chrono::steady_clock;

std::chrono::milliseconds Since(Clock::time_point start) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start);
}

// The session that exports the snapshot must live as long as pg_dump runs.
Limits WithoutStatementTimeout(Limits limits) {
  limits.statement_timeout = std::chrono::milliseconds(0);
  return limits;
}

// A database for the trial restore. Drops the one that a killed run left, creates it anew, and
// drops it with the object.
class ScratchDatabase {
 public:
  // `url`: any database of the server. Throws DatabaseError.
  ScratchDatabase(const std::string& url, const Limits& limits)
      : endpoint_(ParseEndpoint(url, "restore_on")), session_(endpoint_, "scratch server", limits) {
    session_.Execute(kDrop);
    session_.Execute("CREATE DATABASE gonogo_restored_backup TEMPLATE template0");
    endpoint_.options["dbname"] = "gonogo_restored_backup";
  }
  ScratchDatabase(const ScratchDatabase&) = delete;
  ScratchDatabase& operator=(const ScratchDatabase&) = delete;
  ~ScratchDatabase() {
    try {
      session_.Execute(kDrop);
    } catch (const std::exception&) {
      // The next run drops it.
    }
  }

  const ConnectionString& endpoint() const { return endpoint_; }

 private:
  static constexpr const char* kDrop =
      "DROP DATABASE IF EXISTS gonogo_restored_backup WITH (FORCE)";

  ConnectionString endpoint_;
  WritingSession session_;
};

class BackupTaker {
 public:
  explicit BackupTaker(StageRun& run)
      : run_(run),
        limits_(WithoutStatementTimeout(run.plan.limits)),
        backup_{.taken_at = UtcNow()},
        original_(OpenSide(run.original_name(), run.original(), limits_)) {}

  Backup Take() {
    RequireOpen(original_);
    backup_.database = DatabaseId(*original_.identity, run_.original());
    backup_.folder = run_.migration.folder / "backup" / NewRunId();
    CreatePrivateFolder(backup_.folder.parent_path());
    Dump();
    ReadContents();
    WriteDigests();
    if (run_.arguments.Has("restore_on")) RestoreAndCompare();
    return backup_;
  }

 private:
  std::string Jobs() const { return "--jobs=" + std::to_string(run_.jobs); }

  void Dump() {
    const auto start = Clock::now();
    RunDump(run_.original(),
            {"--format=directory", Jobs(), "--snapshot=" + original_.session->ExportSnapshot(),
             "--file=" + backup_.folder.string()},
            limits_.lock_timeout, ShowingProgress(run_.output, "backup: pg_dump", backup_.folder));
    backup_.took = Since(start);
  }

  void ReadContents() {
    const std::string contents =
        RunClientWithoutDatabase("pg_restore", {"--list", backup_.folder.string()});
    for (const std::string& line : Split(contents, '\n')) {
      if (!line.empty() && line[0] != ';') ++backup_.entries;
    }
    if (backup_.entries == 0) throw std::runtime_error("the backup's table of contents is empty");
    WriteTextFile(backup_.folder.string() + ".list", contents);
  }

  void WriteDigests() {
    run_.output.print_progress("  ...    backup: digests");
    const DumpDigests digests = WriteDumpDigests(backup_.folder);
    backup_.bytes = digests.bytes;
    backup_.sha256 = digests.sha256;
  }

  void RestoreAndCompare() {
    const ScratchDatabase database(UrlOf(run_.arguments.Map("restore_on"), run_.environment),
                                   limits_);
    Restore(database.endpoint());
    Pair pair(std::move(original_), OpenSide("scratch database", database.endpoint(), limits_));
    Compare(pair);
  }

  void Restore(const ConnectionString& scratch) {
    const auto start = Clock::now();
    RunRestore(scratch,
               {"--no-owner", "--no-privileges", "--no-subscriptions", "--no-publications", Jobs(),
                backup_.folder.string()},
               limits_.lock_timeout,
               ShowingProgress(run_.output, "backup: restoring it into a scratch database"));
    backup_.restored = Since(start);
  }

  void Compare(Pair& pair) {
    if (run_.plan.relations.empty()) {
      throw PlanError("the plan has no relation by which to compare the restored backup");
    }
    std::vector<ComparedRelation> relations;
    for (const Relation& relation : run_.plan.relations) {
      relations.push_back(
          {.source = relation.source, .target = relation.source, .key = relation.key});
    }
    Comparer comparer(pair, relations, {.jobs = run_.jobs});
    for (const ComparedRelation& relation : relations) {
      run_.output.print_progress("  ...    backup: comparing " + relation.source);
      const Comparison comparison = comparer.Compare(relation, {.limit = 0});
      ++backup_.compared;
      if (comparison.equal()) continue;
      backup_.differences.push_back(fmt::format("the restored backup differs in {}: {}",
                                                relation.source, Describe(comparison.counts)));
    }
  }

  StageRun& run_;
  Limits limits_;
  Backup backup_;
  Side original_;
};

}  // namespace

Backup TakeBackup(StageRun& run) { return BackupTaker(run).Take(); }

std::string DatabaseId(const ServerIdentity& identity, const ConnectionString& endpoint) {
  return fmt::format("{} database {}", identity.system_identifier.value_or(endpoint.ForPeople()),
                     identity.database_oid);
}

BackupFacts FactsOf(const Backup& backup, const StageRun& run) {
  return {.folder = run.PathInLedger(backup.folder),
          .bytes = backup.bytes,
          .entries = backup.entries,
          .sha256 = backup.sha256,
          .took = backup.took,
          .compared = backup.compared,
          .restored = backup.restored,
          .taken_at = backup.taken_at,
          .database = backup.database,
          .different = static_cast<std::int64_t>(backup.differences.size()),
          .compared_digest = backup.compared > 0 ? ComparedDigest(run.plan) : ""};
}

}  // namespace gonogo
