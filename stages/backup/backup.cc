// The comparison reads the database through the snapshot that the backup was taken from, so writes
// meanwhile are no differences.
#include "stages/backup/backup.h"

#include <algorithm>
#include <stdexcept>

#include "compare/comparison.h"
#include "core/error.h"
#include "core/text/digest.h"
#include "core/text/text.h"
#include "fixtures/pair.h"
#include "fixtures/programs/client_program.h"
#include "fixtures/session/writing_session.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/interrupt.h"
#include "fixtures/system/process.h"
#include "fixtures/system/text_file.h"
#include "gates/services/service_request.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

// A snapshot is held for as long as the backup takes: no time limit may end its session.
Limits Unhurried(Limits limits) {
  limits.statement_timeout = std::chrono::milliseconds(0);
  return limits;
}

// A database of ours, under a name that nobody else uses: one that a killed run has left is removed
// first, and this one with the object.
class ScratchDatabase {
 public:
  // `url`: of any database of the server. Throws DatabaseError.
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
      // The next one removes it.
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
        limits_(Unhurried(run.plan.limits)),
        original_(OpenSide(run.original_name(), run.original(), limits_)) {}

  Backup Take() {
    if (original_.failure) throw DatabaseError(*original_.failure);
    backup_.folder = run_.folder / "backup" / NewRunId();
    fs::create_directories(backup_.folder.parent_path());
    Dump();
    ReadContents();
    WriteDigests();
    if (run_.arguments.Has("restore_on")) RestoreAndCompare();
    return backup_;
  }

 private:
  std::string Jobs() const { return "--jobs=" + std::to_string(run_.jobs); }

  void Dump() {
    run_.voice.show("  ...    backup: pg_dump");
    const auto start = std::chrono::steady_clock::now();
    RunClient("pg_dump", run_.original(),
              {"--format=directory", Jobs(), "--snapshot=" + original_.session->ExportSnapshot(),
               "--lock-wait-timeout=" + std::to_string(limits_.lock_timeout.count()),
               "--file=" + backup_.folder.string()},
              WasInterrupted);
    backup_.took = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - start);
  }

  void ReadContents() {
    const std::string contents = RunClientAlone("pg_restore", {"--list", backup_.folder.string()});
    for (const std::string& line : Split(contents, '\n')) {
      if (!line.empty() && line[0] != ';') ++backup_.entries;
    }
    if (backup_.entries == 0) throw std::runtime_error("the backup's table of contents is empty");
    WriteTextFile(backup_.folder.string() + ".list", contents);
  }

  void WriteDigests() {
    run_.voice.show("  ...    backup: digests");
    std::vector<std::string> files;
    for (const auto& entry : fs::directory_iterator(backup_.folder)) {
      files.push_back(entry.path().filename().string());
      backup_.bytes += static_cast<std::int64_t>(entry.file_size());
    }
    std::sort(files.begin(), files.end());
    std::vector<std::string> words = {"sha256sum", "--"};
    words.insert(words.end(), files.begin(), files.end());
    const ProcessResult sums = RunBounded({.words = words}, {.folder = backup_.folder.string()});
    if (sums.status != 0) throw std::runtime_error("sha256sum failed:\n" + sums.output);
    WriteTextFile(backup_.folder / "SHA256SUMS", sums.output);
    backup_.digest = Sha256(sums.output);
  }

  void RestoreAndCompare() {
    run_.voice.show("  ...    backup: restoring it into a scratch database");
    const ScratchDatabase database(UrlOf(run_.arguments.Map("restore_on"), run_.environment),
                                   limits_);
    const ConnectionString& scratch = database.endpoint();
    const auto start = std::chrono::steady_clock::now();
    RunClient("pg_restore", scratch,
              {"--exit-on-error", "--no-owner", "--no-privileges", "--no-subscriptions",
               "--no-publications", Jobs(), backup_.folder.string()},
              WasInterrupted);
    backup_.restored = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - start);
    Pair pair(std::move(original_), OpenSide("scratch database", scratch, limits_));
    if (run_.plan.relations.empty()) {
      throw PlanError("the plan has no relation to compare the restored backup by");
    }
    std::vector<ComparedRelation> relations;
    for (const Relation& relation : run_.plan.relations) {
      relations.push_back(
          {.source = relation.source, .target = relation.source, .key = relation.key});
    }
    Comparer comparer(pair, relations, {.jobs = run_.jobs});
    for (const ComparedRelation& relation : relations) {
      run_.voice.show("  ...    backup: comparing " + relation.source);
      const Comparison comparison = comparer.Compare(relation, {.limit = 0});
      ++backup_.compared;
      if (comparison.equal()) continue;
      backup_.differences.push_back("the backup, restored, differs in " + relation.source + ": " +
                                    Describe(comparison.counts));
    }
  }

  StageRun& run_;
  Limits limits_;
  Side original_;
  Backup backup_;
};

}  // namespace

Backup TakeBackup(StageRun& run) { return BackupTaker(run).Take(); }

}  // namespace gonogo
