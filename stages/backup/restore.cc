// pg_restore writes the backup as a script, and psql runs it behind the statements that make room
// for it: either all of it is done, or nothing.
#include "stages/backup/restore.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "core/error.h"
#include "core/text/digest.h"
#include "core/text/json.h"
#include "core/text/text.h"
#include "fixtures/programs/client_program.h"
#include "fixtures/session/snapshot_session.h"
#include "fixtures/system/interrupt.h"
#include "fixtures/system/process.h"
#include "fixtures/system/text_file.h"
#include "gates/objects/normalized_expression.h"
#include "sql/backup.h"
#include "sql/gates.h"
#include "stages/backup/baseline_take.h"
#include "stages/ledger/ledger_file.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

// What pg_restore 17 and later writes at the head of a script, and servers before 17 do not know.
constexpr std::string_view kTransactionTimeout = "\nSET transaction_timeout = 0;\n";

// What preflight took last.
struct KeptBackup {
  fs::path folder;
  std::string digest;
};

KeptBackup BackupOf(const StageRun& run) {
  KeptBackup kept;
  for (const LedgerLine& line : ReadLedger(run.folder / "ledger.jsonl").lines) {
    if (line.stage != Phase::kPreflight || line.event != LedgerEvent::kStageEnded) continue;
    const Json& facts = line.details.at("facts");
    if (!facts.contains("backup")) continue;
    kept = {facts.at("backup").at("folder").get<std::string>(), facts.at("backup").at("sha256")};
  }
  if (kept.folder.empty()) {
    throw PlanError("preflight took no backup in " + run.folder.string() +
                    ": there is nothing to go back to");
  }
  return kept;
}

Baseline BaselineOf(const StageRun& run) {
  return ParseBaseline(ReadTextFile(run.baseline), run.baseline.string());
}

void RequireWhole(const KeptBackup& backup) {
  const fs::path sums = backup.folder / "SHA256SUMS";
  if (Sha256(ReadTextFile(sums)) != backup.digest) {
    throw std::runtime_error(sums.string() + " is not what preflight wrote");
  }
  const ProcessResult check =
      RunBounded({.words = {"sha256sum", "--check", "--quiet", sums.string()}},
                 {.folder = backup.folder.string()});
  if (check.status != 0) {
    throw std::runtime_error("the backup is not as it was taken:\n" + check.output);
  }
}

// With expressions as they read after a dump and a restore.
Baseline AsRestored(Baseline baseline) {
  for (auto& [question, rows] : baseline.answers) {
    for (auto& row : rows.values) {
      for (Value& value : row) {
        if (value) value = gonogo::AsRestored(*value);
      }
    }
  }
  return baseline;
}

class Restore {
 public:
  explicit Restore(StageRun& run) : run_(run), backup_(BackupOf(run).folder) {}

  StageOutcome Act() {
    if (run_.dry()) {
      run_.voice.say("  would restore " + backup_.string() +
                     " in one transaction, and compare with " + run_.baseline.string());
      return {};
    }
    const Baseline before = BaselineOf(run_);
    PutBack();
    Compare(before);
    return std::move(outcome_);
  }

 private:
  void PutBack() {
    run_.voice.show("  ...    restoring " + backup_.string());
    const fs::path room = run_.folder / "restore" / "room.sql";
    const fs::path backup = run_.folder / "restore" / "backup.sql";
    const fs::path list = run_.folder / "restore" / "backup.list";
    contents_ = RunClientAlone("pg_restore", {"--list", backup_.string()});
    const auto target = OpenSnapshot(run_.target, "target", run_.plan.limits);
    const auto of_providers = Column(target->Query(sql::kExclusions, {}), "schema");
    const auto of_extensions = Column(target->Query(sql::kSchemasOfExtensions, {}), "schema");
    std::vector<std::string> staying = of_providers;
    staying.insert(staying.end(), of_extensions.begin(), of_extensions.end());
    WriteTextFile(room, RoomScript(*target, of_providers, of_extensions));
    WriteTextFile(list, ListWithout(staying));
    RunClientAlone("pg_restore", {"--no-subscriptions", "--use-list=" + list.string(),
                                  "--file=" + backup.string(), backup_.string()});
    LeaveOutTransactionTimeout(backup);
    run_.ledger->Append(LedgerEvent::kStepBegan, run_.stage.phase, kRestoreStep,
                        {{"backup", backup_.string()}});
    RunClient("psql", run_.target,
              {"--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--single-transaction",
               "--output=/dev/null", "--file=" + room.string(), "--file=" + backup.string()},
              WasInterrupted);
    run_.ledger->Append(LedgerEvent::kStepDone, run_.stage.phase, kRestoreStep,
                        {{"backup", backup_.string()}});
    fs::remove_all(run_.folder / "restore");
    RunClient("psql", run_.target, {"--no-psqlrc", "--quiet", "--command=ANALYZE"}, WasInterrupted);
    outcome_.facts["restored"] = backup_.string();
    run_.voice.say("  restored " + backup_.string());
  }

  // Schemas that stay must not be made again; and what is said of an extension is its owner's to
  // say.
  std::string ListWithout(const std::vector<std::string>& schemas) const {
    std::string list;
    for (const std::string& line : Split(contents_, '\n')) {
      const bool stays = std::any_of(schemas.begin(), schemas.end(), [&](const auto& schema) {
        return line.find(" SCHEMA - " + schema + " ") != std::string::npos;
      });
      const bool is_said_of_extension = line.find(" COMMENT - EXTENSION ") != std::string::npos;
      if (!stays && !is_said_of_extension) list += line + "\n";
    }
    return list;
  }

  // "2; 3079 16384 EXTENSION - pgcrypto ": an extension of the backup has no owner.
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

  // An array as SQL reads it.
  static std::string ArrayOf(const std::vector<std::string>& texts) {
    std::vector<std::string> quoted;
    for (const std::string& text : texts) quoted.push_back(ToParameter(Json(text)));
    return "{" + Join(quoted, ",") + "}";
  }

  std::string RoomScript(Session& target, const std::vector<std::string>& of_providers,
                         const std::vector<std::string>& of_extensions) const {
    const Rows drops = target.Query(
        sql::kUserObjectsToDrop,
        {ArrayOf(of_providers), ArrayOf(of_extensions), ArrayOf(ExtensionsInBackup())});
    std::string script =
        "SET LOCAL lock_timeout = " + std::to_string(run_.plan.limits.lock_timeout.count()) +
        ";\nSET LOCAL client_min_messages = warning;\n";
    for (const std::string& statement : Column(drops, "statement")) script += statement + ";\n";
    return script;
  }

  static std::vector<std::string> Column(const Rows& rows, const char* name) {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < rows.size(); ++i) texts.push_back(rows[i].Text(name));
    return texts;
  }

  // Overwritten in place: the script may be as large as the database.
  static void LeaveOutTransactionTimeout(const fs::path& script) {
    constexpr std::size_t kHead = 4096;
    std::fstream file(script, std::ios::in | std::ios::out | std::ios::binary);
    std::string head(kHead, '\0');
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(file.gcount()));
    const std::size_t at = head.find(kTransactionTimeout);
    if (at == std::string::npos) return;
    file.clear();
    file.seekp(static_cast<std::streamoff>(at) + 1);
    if (!(file << "--").flush()) throw std::runtime_error("cannot write " + script.string());
  }

  void Compare(const Baseline& before) {
    const Baseline now =
        TakeBaseline(run_.plan, run_.environment, run_.target, run_.tool, run_.voice.show);
    const auto different = DifferentAnswers(AsRestored(before), AsRestored(now));
    outcome_.facts["digest"] = now.Digest();
    for (const std::string& statement : different) {
      outcome_.wrong.push_back("restored, and not as the baseline has it: " + statement);
    }
    if (different.empty()) {
      run_.voice.say("  as the baseline has it: sha256 " + now.Digest().substr(0, 12));
    }
  }

  StageRun& run_;
  StageOutcome outcome_;
  fs::path backup_;
  std::string contents_;  // the backup's, as pg_restore lists them
};

}  // namespace

StageOutcome RestoreBackup(StageRun& run) { return Restore(run).Act(); }

void RequireRestorable(const StageRun& run) {
  RequireWhole(BackupOf(run));
  BaselineOf(run);
}

}  // namespace gonogo
