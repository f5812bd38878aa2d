// pg_restore writes the backup as a script. psql runs it after the statements that drop what is in
// the database, all in one transaction.
#include "stages/backup/restore.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "core/error.h"
#include "core/json/json.h"
#include "core/record/facts.h"
#include "core/text/text.h"
#include "fixtures/programs/client_program.h"
#include "fixtures/programs/kept_dump.h"
#include "fixtures/session/snapshot_session.h"
#include "fixtures/system/interrupt.h"
#include "fixtures/system/text_file.h"
#include "sql/backup.h"
#include "sql/gates.h"
#include "stages/backup/baseline_take.h"
#include "stages/backup/restored_answers.h"
#include "stages/copy/analyze.h"
#include "stages/ledger/ledger_file.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

// Returns the last backup that preflight took.
BackupFacts BackupOf(const StageRun& run) {
  const std::optional<BackupFacts> backup = ReadLedger(run.migration.ledger).LastBackup();
  if (backup) return *backup;
  throw PlanError(fmt::format("preflight took no backup in {}, so there is nothing to restore",
                              run.migration.folder.string()));
}

Baseline BaselineOf(const StageRun& run) {
  const fs::path& file = run.migration.baseline;
  return ParseBaseline(ReadTextFile(file), file.string());
}

class Restore {
 public:
  explicit Restore(StageRun& run)
      : run_(run),
        backup_(run.migration.folder / BackupOf(run).folder),
        scripts_(run.migration.folder / "restore") {}

  StageOutcome Act() {
    if (run_.dry()) {
      run_.output.print_line(
          fmt::format("  would restore {} in one transaction, and compare the database with {}",
                      backup_.string(), run_.migration.baseline.string()));
      return {};
    }
    const Baseline before = BaselineOf(run_);
    run_.output.print_progress("  ...    restoring " + backup_.string());
    WriteScripts();
    RunScripts();
    outcome_.facts["restored"] = run_.PathInLedger(backup_);
    run_.output.print_line("  restored " + backup_.string());
    Compare(before);
    return std::move(outcome_);
  }

 private:
  fs::path DropScript() const { return scripts_ / "drop_objects.sql"; }
  fs::path BackupScript() const { return scripts_ / "backup.sql"; }

  void WriteScripts() {
    contents_ = RunClientWithoutDatabase("pg_restore", {"--list", backup_.string()});
    const auto target = OpenSnapshot(run_.target, "target", run_.plan.limits);
    const auto of_providers = target->Query(sql::kExclusions, {}).Texts("schema");
    const auto of_extensions = target->Query(sql::kSchemasOfExtensions, {}).Texts("schema");
    std::vector<std::string> staying = of_providers;
    staying.insert(staying.end(), of_extensions.begin(), of_extensions.end());
    WriteTextFile(DropScript(), StatementsThatDrop(*target, of_providers, of_extensions));
    const fs::path list = scripts_ / "backup.list";
    WriteTextFile(list, ContentsWithout(staying));
    RunClientWithoutDatabase("pg_restore", {"--no-subscriptions", "--use-list=" + list.string(),
                                            "--file=" + BackupScript().string(), backup_.string()});
    CommentOutTransactionTimeout(BackupScript());
  }

  void RunScripts() {
    const Json noted = {{"backup", run_.PathInLedger(backup_)}};
    run_.ledger->Append(LedgerEvent::kStepBegan, run_.stage.phase, kRestoreStep, noted);
    RunScriptFiles(run_.target,
                   {"--single-transaction", "--output=/dev/null", "--file=" + DropScript().string(),
                    "--file=" + BackupScript().string()},
                   run_.plan.limits.lock_timeout, WasInterrupted);
    run_.ledger->Append(LedgerEvent::kStepDone, run_.stage.phase, kRestoreStep, noted);
    fs::remove_all(scripts_);
    AnalyzeAll(run_.target, run_.plan.limits);
  }

  // The backup's table of contents without the schemas, which still exist, and without comments on
  // extensions, which only their owners can set.
  std::string ContentsWithout(const std::vector<std::string>& schemas) const {
    std::string list;
    for (const std::string& line : Split(contents_, '\n')) {
      const bool exists = std::any_of(schemas.begin(), schemas.end(), [&](const auto& schema) {
        return line.find(" SCHEMA - " + schema + " ") != std::string::npos;
      });
      const bool is_comment = line.find(" COMMENT - EXTENSION ") != std::string::npos;
      if (!exists && !is_comment) list += line + "\n";
    }
    return list;
  }

  // Reads the lines "2; 3079 16384 EXTENSION - pgcrypto ". In a backup, extensions have no owner.
  std::vector<std::string> ExtensionsInBackup() const {
    constexpr std::string_view kMark = " EXTENSION - ";
    std::vector<std::string> extensions = {"plpgsql"};
    for (const std::string& line : Split(contents_, '\n')) {
      const std::size_t at = line.find(kMark);
      if (at == std::string::npos || line.starts_with(";") ||
          line.find(" COMMENT ") != std::string::npos) {
        continue;
      }
      extensions.emplace_back(Trim(line.substr(at + kMark.size())));
    }
    return extensions;
  }

  // An array as a parameter of a statement.
  static std::string ArrayOf(const std::vector<std::string>& texts) {
    std::vector<std::string> quoted;
    for (const std::string& text : texts) quoted.push_back(ToParameter(Json(text)));
    return "{" + Join(quoted, ",") + "}";
  }

  std::string StatementsThatDrop(Session& target, const std::vector<std::string>& of_providers,
                                 const std::vector<std::string>& of_extensions) const {
    std::string script =
        fmt::format("SET LOCAL lock_timeout = {};\nSET LOCAL client_min_messages = warning;\n",
                    run_.plan.limits.lock_timeout.count());
    const Rows drops = target.Query(
        sql::kUserObjectsToDrop,
        {ArrayOf(of_providers), ArrayOf(of_extensions), ArrayOf(ExtensionsInBackup())});
    for (const std::string& statement : drops.Texts("statement")) script += statement + ";\n";
    return script;
  }

  // Overwrites the statement in place, because the script may be as large as the database.
  static void CommentOutTransactionTimeout(const fs::path& script) {
    constexpr std::size_t kHead = 4096;
    std::fstream file(script, std::ios::in | std::ios::out | std::ios::binary);
    std::string head(kHead, '\0');
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(file.gcount()));
    const std::size_t at = TransactionTimeoutIn(head);
    if (at == std::string::npos) return;
    file.clear();
    file.seekp(static_cast<std::streamoff>(at));
    if (!(file << "--").flush()) throw std::runtime_error("can't write " + script.string());
  }

  void Compare(const Baseline& before) {
    const Baseline now = TakeBaseline(run_.plan, run_.environment, run_.target, run_.tool,
                                      run_.output.print_progress);
    const auto different = AnswersThatDiffer(before, now);
    outcome_.facts["baseline"] = before.Digest();
    for (const std::string& statement : different) {
      outcome_.failures.push_back("after the restore the database differs from the baseline: " +
                                  statement);
    }
    if (different.empty()) {
      run_.output.print_line("  the database equals the baseline: sha256 " +
                             before.Digest().substr(0, 12));
    }
  }

  StageRun& run_;
  StageOutcome outcome_;
  fs::path backup_;
  fs::path scripts_;      // the folder of the scripts for psql
  std::string contents_;  // the backup's table of contents, as pg_restore --list prints it
};

}  // namespace

StageOutcome RestoreBackup(StageRun& run) { return Restore(run).Act(); }

void RequireRestorable(const StageRun& run) {
  const BackupFacts backup = BackupOf(run);
  const fs::path folder = run.migration.folder / backup.folder;
  if (const std::string damage = DumpDamage(folder, backup.sha256); !damage.empty()) {
    throw std::runtime_error(
        fmt::format("the backup in {} isn't whole: {}", folder.string(), damage));
  }
  BaselineOf(run);
}

}  // namespace gonogo
