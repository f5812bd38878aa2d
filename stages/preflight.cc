// preflight: whether the migration can be begun: tools, room, time, and a backup to go back to.
#include <filesystem>

#include "core/text/json.h"
#include "core/text/text.h"
#include "fixtures/programs/postgres_programs.h"
#include "fixtures/session/server_identity.h"
#include "fixtures/session/snapshot_session.h"
#include "fixtures/system/text_file.h"
#include "gates/services/service_request.h"
#include "sql/backup.h"
#include "stages/backup/backup.h"
#include "stages/backup/baseline_take.h"
#include "stages/stage_table.h"

namespace gonogo {
namespace {

constexpr std::int64_t kMegabyte = 1'000'000;

std::string Megabytes(std::int64_t bytes) {
  return std::to_string((bytes + kMegabyte - 1) / kMegabyte) + " MB";
}

class Preflight {
 public:
  explicit Preflight(StageRun& run) : run_(run) {}

  StageOutcome Act() {
    LookAtTheOriginal();
    LookForTools();
    LookForRoom();
    if (run_.dry()) {
      run_.voice.say("  would take a backup of " + Megabytes(size_) + " with pg_dump into " +
                     (run_.folder / "backup").string());
      if (!run_.plan.has_source()) run_.voice.say("  would take " + run_.baseline.string());
      return std::move(outcome_);
    }
    if (outcome_.wrong.empty() && run_.arguments.Boolean("backup")) BackUp();
    if (outcome_.wrong.empty() && !run_.plan.has_source()) KeepBaseline();
    return std::move(outcome_);
  }

 private:
  void LookAtTheOriginal() {
    const auto session = OpenSnapshot(run_.original(), run_.original_name(), run_.plan.limits);
    major_ = ReadIdentity(*session).major();
    size_ = session->Query(sql::kDatabaseSize, {}).Only().Integer("bytes");
    outcome_.facts[run_.original_name() + "_bytes"] = size_;
  }

  // pg_dump refuses a server that is newer than itself.
  void LookForTools() {
    for (const char* program : {"pg_dump", "pg_restore", "psql"}) {
      const ClientProgram found = FindClient(program);
      outcome_.facts[program] = found.path.string();
      if (found.major < major_) {
        outcome_.wrong.push_back(found.path.string() + " is of PostgreSQL " +
                                 std::to_string(found.major) + ", and the " + run_.original_name() +
                                 " is of " + std::to_string(major_) +
                                 ": install postgresql-client-" + std::to_string(major_));
      }
    }
  }

  void LookForRoom() {
    const auto there =
        std::filesystem::exists(run_.folder) ? run_.folder : std::filesystem::current_path();
    const auto free = static_cast<std::int64_t>(std::filesystem::space(there).available);
    const std::int64_t wanted = size_ / 100 * run_.arguments.Integer("free_disk_percent");
    outcome_.facts["free_bytes"] = free;
    if (free < wanted) {
      outcome_.wrong.push_back("free disk at " + there.string() + ": have " + Megabytes(free) +
                               ", want " + Megabytes(wanted) + " for a backup of " +
                               Megabytes(size_));
    }
  }

  void BackUp() {
    const Backup backup = TakeBackup(run_);
    outcome_.facts["backup"] = {{"folder", backup.folder.string()},
                                {"bytes", backup.bytes},
                                {"entries", backup.entries},
                                {"sha256", backup.digest},
                                {"took_ms", backup.took.count()},
                                {"compared", backup.compared},
                                {"restored_ms", backup.restored.count()}};
    outcome_.wrong.insert(outcome_.wrong.end(), backup.differences.begin(),
                          backup.differences.end());
    run_.voice.say("  backup: " + Megabytes(backup.bytes) + ", " +
                   Counted(backup.entries, "entry") + ", in " + backup.folder.string());
    if (run_.plan.has_source()) {
      JudgeTheWindow(backup.took);
    } else {
      JudgeTheWayBack(backup);
    }
  }

  // The way back is this backup: there must be time for it in what rollback may take, and for
  // taking it and putting it back in the window.
  void JudgeTheWayBack(const Backup& backup) {
    if (!run_.arguments.Has("restore_on")) return;
    const std::int64_t restored = backup.restored.count();
    run_.voice.say("  restoring it took " + std::to_string(restored) + " ms");
    const auto rollback = run_.plan.stages.find(Phase::kRollback);
    if (rollback != run_.plan.stages.end()) {
      RequireTime("restoring the backup", restored, "rollback",
                  rollback->second.Number("max_minutes"));
    }
    const std::int64_t window = run_.arguments.Integer("window_minutes");
    if (window > 0) {
      RequireTime("the backup and its restore", backup.took.count() + restored, "the window",
                  static_cast<double>(window));
    }
  }

  void RequireTime(const std::string& what, std::int64_t took_ms, const std::string& within,
                   double minutes) {
    if (static_cast<double>(took_ms) <= minutes * 60'000) return;
    outcome_.wrong.push_back(what + " took " + std::to_string(took_ms) + " ms, and " + within +
                             " has " + ToText(Json(minutes)) + " min");
  }

  // One that was named is somebody's, and stays as it is.
  void KeepBaseline() {
    if (run_.baseline.parent_path() != run_.folder) {
      run_.voice.say("  the baseline is " + run_.baseline.string());
      Note(ParseBaseline(ReadTextFile(run_.baseline), run_.baseline.string()));
      return;
    }
    const Baseline baseline =
        TakeBaseline(run_.plan, run_.environment, run_.target, run_.tool, run_.voice.show);
    WriteTextFile(run_.baseline, ToText(ToJson(baseline), 1) + "\n");
    Note(baseline);
    run_.voice.say("  baseline: " + Describe(baseline));
  }

  // The stages that follow hold theirs to this one.
  void Note(const Baseline& baseline) {
    outcome_.facts["baseline"] = {
        {"file", run_.baseline.string()}, {"digest", baseline.Digest()}, {"sizes", baseline.sizes}};
  }

  // A backup reads what the backfill will read; writing it, with its indexes, takes about as long
  // again.
  void JudgeTheWindow(std::chrono::milliseconds read) {
    const auto estimate = std::chrono::duration_cast<std::chrono::seconds>(2 * read).count();
    outcome_.facts["estimate_s"] = estimate;
    run_.voice.say("  the backfill will take about " + std::to_string(estimate) + " s");
    const std::int64_t window = run_.arguments.Integer("window_minutes") * 60;
    if (window > 0 && estimate > window) {
      outcome_.wrong.push_back("the backfill will take about " + std::to_string(estimate) +
                               " s, and the window has " + std::to_string(window) + " s");
    }
  }

  StageRun& run_;
  StageOutcome outcome_;
  std::int64_t major_ = 0;
  std::int64_t size_ = 0;
};

StageOutcome Act(StageRun& run) { return Preflight(run).Act(); }

void Demand(const StageRun& run) {
  if (!run.arguments.Has("restore_on")) return;
  ParseEndpoint(UrlOf(run.arguments.Map("restore_on"), run.environment), "restore_on");
}

}  // namespace

Stage PreflightStage() {
  return {
      .phase = Phase::kPreflight,
      .summary = "look for tools and room, and take a backup; without a source, a baseline too",
      .commands_first = true,
      .parameters = {BooleanParameter("backup", "whether to take one, by pg_dump").Default(true),
                     UrlParameter("restore_on",
                                  "URL of a server to restore it on, into a database that "
                                  "is made for it, compared and dropped"),
                     IntegerParameter("free_disk_percent",
                                      "room for the backup, in percent of the database's size")
                         .Default(150)
                         .AtLeast(0),
                     IntegerParameter("window_minutes",
                                      "what the backfill may take, or without a source the backup "
                                      "and its restore; 0: no matter")
                         .Default(0)
                         .AtLeast(0)},
      .act = Act,
      .demand = Demand};
}

}  // namespace gonogo
