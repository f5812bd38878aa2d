// preflight: checks the client programs and the disk, takes a baseline if there is no source, and,
// once the checks have passed, takes a backup, which may last for hours.
#include <fmt/format.h>

#include <filesystem>
#include <optional>

#include "core/json/json.h"
#include "core/record/clocks.h"
#include "core/record/facts.h"
#include "core/text/text.h"
#include "fixtures/programs/kept_dump.h"
#include "fixtures/programs/postgres_programs.h"
#include "fixtures/session/server_identity.h"
#include "fixtures/session/snapshot_session.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/private_file.h"
#include "fixtures/system/text_file.h"
#include "gates/services/service_request.h"
#include "sql/backup.h"
#include "stages/backup/backup.h"
#include "stages/backup/baseline_take.h"
#include "stages/backup/earlier_backup.h"
#include "stages/kept_records.h"
#include "stages/stage_table.h"

namespace gonogo {
namespace {

class Preflight {
 public:
  explicit Preflight(StageRun& run) : run_(run) { MeasureOriginal(); }

  // What is quick, and the baseline, with which checks may compare.
  StageOutcome Check() {
    outcome_.facts[run_.original_name() + "_bytes"] = size_;
    CheckPrograms();
    if (TakesBackup() && !earlier_) CheckFreeSpace();
    if (run_.dry()) {
      if (!run_.plan.has_source()) {
        run_.output.print_line("  would take " + run_.migration.baseline.string());
      }
      return std::move(outcome_);
    }
    if (outcome_.failures.empty() && !run_.plan.has_source()) KeepBaseline();
    if (outcome_.failures.empty()) outcome_.facts.update(KeepSourceRecords(run_, now_));
    return std::move(outcome_);
  }

  StageOutcome KeepBackup() {
    if (!TakesBackup()) return {};
    if (run_.dry()) {
      ShowBackup();
    } else if (!UseEarlier()) {
      CheckFreeSpace();
      if (outcome_.failures.empty()) BackUp();
    }
    return std::move(outcome_);
  }

 private:
  bool TakesBackup() const { return run_.arguments.Boolean("backup"); }

  void ShowBackup() const {
    const std::string folder = (run_.migration.folder / "backup").string();
    run_.output.print_line(earlier_
                               ? fmt::format("  would use the backup {} again, if it is whole",
                                             DescribeEarlier(*earlier_))
                               : fmt::format("  would take a backup of {} with pg_dump into {}",
                                             DataSize(size_), folder));
  }

  void MeasureOriginal() {
    const auto session = OpenSnapshot(run_.original(), run_.original_name(), run_.plan.limits);
    const ServerIdentity identity = ReadIdentity(*session);
    major_ = identity.major();
    size_ = session->Query(sql::kDatabaseSize, {}).Only().Integer("bytes");
    earlier_ = EarlierBackup(run_, ReadLedger(run_.migration.ledger),
                             DatabaseId(identity, run_.original()), now_);
  }

  // pg_dump refuses a server that is newer than itself.
  void CheckPrograms() {
    for (const char* program : {"pg_dump", "pg_restore", "psql"}) {
      const ClientProgram found = FindClient(program);
      outcome_.facts[program] = found.path.string();
      if (found.major >= major_) continue;
      outcome_.failures.push_back(
          fmt::format("{} is of PostgreSQL {}, but the {} is of {}: install postgresql-client-{}",
                      found.path.string(), found.major, run_.original_name(), major_, major_));
    }
  }

  void CheckFreeSpace() {
    const std::filesystem::path& folder = run_.migration.folder;
    const auto there = std::filesystem::exists(folder) ? folder : std::filesystem::current_path();
    const auto free = static_cast<std::int64_t>(std::filesystem::space(there).available);
    const std::int64_t wanted = size_ / 100 * run_.arguments.Integer("free_disk_percent");
    outcome_.facts["free_bytes"] = free;
    if (free >= wanted) return;
    outcome_.failures.push_back(fmt::format("free disk at {}: have {}, want {} for a backup of {}",
                                            there.string(), DataSize(free), DataSize(wanted),
                                            DataSize(size_)));
  }

  // Returns false if there is none, or if it was damaged since.
  bool UseEarlier() {
    if (!earlier_) return false;
    BackupFacts facts = *earlier_;
    const std::filesystem::path folder = run_.migration.folder / facts.folder;
    run_.output.print_progress("  ...    backup: verifying the digests of " + folder.string());
    if (const std::string damage = DumpDamage(folder, facts.sha256); !damage.empty()) {
      run_.output.print_line(fmt::format("  the backup in {} isn't whole ({}): taking a new one",
                                         folder.string(), damage));
      return false;
    }
    facts.reused = true;
    outcome_.facts["backup"] = ToJson(facts);
    run_.output.print_line(
        fmt::format("  backup: uses {} again; \"reuse_backup_hours\": 0 would take a new one",
                    DescribeEarlier(facts)));
    JudgeBackfillTime(facts.took);
    return true;
  }

  std::string DescribeEarlier(const BackupFacts& backup) const {
    return fmt::format(
        "{}, taken {} ago ({}), {}", (run_.migration.folder / backup.folder).string(),
        DurationText(TimeBetween(backup.taken_at, now_)), backup.taken_at, DataSize(backup.bytes));
  }

  void BackUp() {
    const Backup backup = TakeBackup(run_);
    outcome_.facts["backup"] = ToJson(FactsOf(backup, run_));
    outcome_.failures.insert(outcome_.failures.end(), backup.differences.begin(),
                             backup.differences.end());
    run_.output.print_line(fmt::format("  backup: {}, {}, in {}", DataSize(backup.bytes),
                                       Counted(backup.entries, "entry"), backup.folder.string()));
    if (run_.plan.has_source()) {
      JudgeBackfillTime(backup.took);
    } else {
      JudgeRestoreTime(backup);
    }
  }

  // A backup reads what the backfill will read. Writing it, with its indexes, takes about as long.
  void JudgeBackfillTime(std::chrono::milliseconds took) {
    const auto estimate = std::chrono::duration_cast<std::chrono::seconds>(2 * took).count();
    outcome_.facts["estimate_s"] = estimate;
    run_.output.print_line(fmt::format("  the backfill will take about {} s", estimate));
    const std::int64_t window = WindowMinutes() * 60;
    if (window == 0 || estimate <= window) return;
    outcome_.failures.push_back(fmt::format(
        "the backfill will take about {} s, but the window has {} s", estimate, window));
  }

  // Inside one database rollback restores this backup, so the restore must fit into rollback's
  // time. Taking and restoring it must fit into the window.
  void JudgeRestoreTime(const Backup& backup) {
    if (!run_.arguments.Has("restore_on")) return;
    const std::int64_t restored = backup.restored.count();
    run_.output.print_line(fmt::format("  restoring it took {} ms", restored));
    const auto rollback = run_.plan.stages.find(Phase::kRollback);
    if (rollback != run_.plan.stages.end()) {
      RequireTime("restoring the backup", restored, "rollback",
                  rollback->second.Number("max_minutes"));
    }
    if (WindowMinutes() > 0) {
      RequireTime("the backup and its restore", backup.took.count() + restored, "the window",
                  static_cast<double>(WindowMinutes()));
    }
  }

  std::int64_t WindowMinutes() const { return run_.arguments.Integer("window_minutes"); }

  void RequireTime(const std::string& what, std::int64_t took_ms, const std::string& within,
                   double minutes) {
    if (static_cast<double>(took_ms) <= minutes * 60'000) return;
    outcome_.failures.push_back(fmt::format("{} took {} ms, but {} has {} min", what, took_ms,
                                            within, ToText(Json(minutes))));
  }

  // Takes the baseline, unless the user named one outside the migration's folder.
  void KeepBaseline() {
    const std::filesystem::path& file = run_.migration.baseline;
    if (file.parent_path() != run_.migration.folder) {
      run_.output.print_line("  the baseline is " + file.string());
      const Baseline given = ParseBaseline(ReadTextFile(file), file.string());
      RequireRecent(given);
      NoteBaseline(given);
      return;
    }
    const Baseline baseline = TakeBaseline(run_.plan, run_.environment, run_.target, run_.tool,
                                           run_.output.print_progress);
    WritePrivateFile(file, ToText(ToJson(baseline), 1) + "\n");
    NoteBaseline(baseline);
    run_.output.print_line("  baseline: " + Describe(baseline));
  }

  // The migration would be applied, and then nobody could compare it.
  void RequireRecent(const Baseline& baseline) {
    const std::chrono::hours max_age = run_.plan.baseline->max_age;
    if (TimeBetween(baseline.taken_at, UtcNow()) <= max_age) return;
    outcome_.failures.push_back(
        fmt::format("the baseline was taken at {}, but may be at most {} h old: take a new one",
                    baseline.taken_at, max_age.count()));
  }

  // Later stages refuse any other baseline.
  void NoteBaseline(const Baseline& baseline) {
    outcome_.facts["baseline"] =
        ToJson(BaselineFacts{.file = run_.PathInLedger(run_.migration.baseline),
                             .digest = baseline.Digest(),
                             .sizes = baseline.sizes});
  }

  StageRun& run_;
  StageOutcome outcome_;
  std::int64_t major_ = 0;
  std::int64_t size_ = 0;
  std::string now_ = UtcNow();
  std::optional<BackupFacts> earlier_;  // may be damaged
};

StageOutcome CheckFirst(StageRun& run) { return Preflight(run).Check(); }

StageOutcome KeepBackup(StageRun& run) { return Preflight(run).KeepBackup(); }

void RequireRestoreUrl(const StageRun& run) {
  if (!run.arguments.Has("restore_on")) return;
  ParseEndpoint(UrlOf(run.arguments.Map("restore_on"), run.environment), "restore_on");
}

}  // namespace

Stage PreflightStage() {
  return {
      .phase = Phase::kPreflight,
      .summary =
          "check client programs and free disk, and, after the checks, take a backup; without a "
          "source, a baseline too",
      .commands_first = true,
      .parameters =
          {BooleanParameter("backup", "whether to take a backup with pg_dump").Default(true),
           UrlParameter("restore_on",
                        "URL of a server on which to restore the backup as a trial, in "
                        "a database that is created for it, compared and dropped"),
           IntegerParameter("reuse_backup_hours",
                            "use the last backup of this migration's folder again if it is of "
                            "the same database, whole, and not older; 0: always take a new one. "
                            "Inside one database preflight always takes a new one")
               .Default(12)
               .AtLeast(0),
           IntegerParameter("free_disk_percent",
                            "free disk space for the backup, in percent of the "
                            "database's size")
               .Default(150)
               .AtLeast(0),
           IntegerParameter("window_minutes",
                            "time for the backfill, or without a source for the backup "
                            "and its restore; 0: no limit")
               .Default(0)
               .AtLeast(0)},
      .act = CheckFirst,
      .act_after_checks = KeepBackup,
      .check_before_commands = RequireRestoreUrl};
}

}  // namespace gonogo
