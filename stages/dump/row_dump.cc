// pg_restore restores each table with one COPY, so a table gets all of its rows or none. If all
// tables were empty at first, those that are still empty remain to be restored.
#include "stages/dump/row_dump.h"

#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <map>
#include <set>

#include "core/error.h"
#include "core/text/text.h"
#include "core/values/relation_name.h"
#include "fixtures/programs/client_program.h"
#include "fixtures/session/writing_session.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/interrupt.h"
#include "fixtures/system/private_file.h"
#include "fixtures/system/text_file.h"
#include "sql/compare.h"
#include "sql/dump.h"
#include "stages/dump/dump_progress.h"
#include "stages/dump/schema_dump.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

constexpr const char* kDumpStep = "dump of the rows";
constexpr const char* kRowsStep = "restore of the rows";

// How long to wait for a pg_restore whose gonogo was killed: it ends with its current statement.
constexpr std::chrono::seconds kRestoreTimeout{20};
constexpr std::chrono::milliseconds kPause{100};

struct DumpedTable {
  RelationName name;
  std::string entry;  // its line in the dump's table of contents
};

class RowDump {
 public:
  explicit RowDump(StageRun& run)
      : run_(run), target_(run.target, "target", run.plan.limits), steps_(Steps()) {}

  MovedRows Move() {
    const bool was_begun = steps_.contains(kRowsStep);
    WaitForOtherRestore();
    const fs::path dump = DumpedRows(was_begun);
    std::vector<DumpedTable> left;
    for (const DumpedTable& table : TablesIn(dump)) {
      if (IsEmpty(table.name)) {
        left.push_back(table);
      } else if (was_begun) {
        ++moved_.tables_before;
      } else {
        throw PlanError(fmt::format(
            "target: {} has rows that aren't from this migration: empty it, or exclude it",
            QuotedName(table.name)));
      }
    }
    if (!was_begun) Note(LedgerEvent::kStepBegan, kRowsStep, Json::object());
    Restore(dump, left);
    moved_.tables = static_cast<std::int64_t>(left.size());
    Note(LedgerEvent::kStepDone, kRowsStep, {{"tables", moved_.tables}});
    return moved_;
  }

 private:
  std::map<std::string, LedgerLine> Steps() const {
    return run_.ledger->ledger().Steps(run_.stage.phase);
  }

  void Note(LedgerEvent event, const char* step, const Json& details) {
    run_.check_lock();
    run_.ledger->Append(event, run_.stage.phase, step, details);
  }

  std::string Jobs() const { return "--jobs=" + std::to_string(run_.jobs); }

  // Throws PlanError if another pg_restore still runs after the timeout.
  void WaitForOtherRestore() {
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + kRestoreTimeout;
    while (target_.Query(sql::kRestoringSessions, {}).Only().Integer("sessions") > 0) {
      ThrowIfInterrupted();
      if (Clock::now() > end) {
        throw PlanError("target: another pg_restore is running: end it first");
      }
      SleepUntil(Clock::now() + kPause);
    }
  }

  // Returns the dump's folder. All rows come from one dump, and so from one snapshot of the source.
  fs::path DumpedRows(bool restore_was_begun) {
    const auto step = steps_.find(kDumpStep);
    if (step != steps_.end() && step->second.event == LedgerEvent::kStepDone) {
      const fs::path dump =
          run_.migration.folder / step->second.details.at("folder").get<std::string>();
      if (fs::exists(dump / "toc.dat")) return dump;
    }
    if (restore_was_begun) {
      throw PlanError(
          "the target has rows from a dump that no longer exists: empty the target's tables, and "
          "start again with another --out");
    }
    return Dump();
  }

  fs::path Dump() {
    const fs::path dump = run_.migration.folder / "rows" / NewRunId();
    CreatePrivateFolder(dump.parent_path());
    Note(LedgerEvent::kStepBegan, kDumpStep, Json::object());
    std::vector<std::string> words = {"--format=directory",      Jobs(),
                                      "--section=data",          "--no-blobs",
                                      "--quote-all-identifiers",  // for a newer target's keywords
                                      "--file=" + dump.string()};
    const auto exclusions = ExclusionOptions(run_.plan);
    words.insert(words.end(), exclusions.begin(), exclusions.end());
    RunDump(run_.source, words, run_.plan.limits.lock_timeout,
            ShowingProgress(run_.output, "pg_dump of the rows", dump));
    Note(LedgerEvent::kStepDone, kDumpStep, {{"folder", run_.PathInLedger(dump)}});
    return dump;
  }

  // Finds the entries "4242; 0 16385 TABLE DATA schema name owner" of the target's tables. A name
  // may have blanks, so the entry can't be split.
  std::vector<DumpedTable> TablesIn(const fs::path& dump) {
    for (const auto& file : fs::directory_iterator(dump)) {
      moved_.bytes += static_cast<std::int64_t>(file.file_size());
    }
    std::vector<std::string> entries;
    const std::string contents = RunClientWithoutDatabase("pg_restore", {"--list", dump.string()});
    for (const std::string& line : Split(contents, '\n')) {
      if (line.find(" TABLE DATA ") != std::string::npos) entries.push_back(line);
    }
    std::vector<DumpedTable> tables;
    for (const Row row : target_.Query(sql::kUserTables, {})) {
      const RelationName name{row.Text("schema"), row.Text("name")};
      const std::string part = fmt::format(" TABLE DATA {} {} ", name.schema, name.name);
      for (const std::string& entry : entries) {
        if (entry.find(part) != std::string::npos) tables.push_back({name, entry});
      }
    }
    RequireEachOnce(tables, entries);
    return tables;
  }

  static void RequireEachOnce(const std::vector<DumpedTable>& tables,
                              const std::vector<std::string>& entries) {
    std::set<std::string> found;
    for (const DumpedTable& table : tables) found.insert(table.entry);
    for (const std::string& entry : entries) {
      if (found.contains(entry)) continue;
      throw PlanError("the target lacks the table of this entry of the dump: " + entry);
    }
    if (tables.size() != entries.size()) {
      throw PlanError("table names are ambiguous in the dump: use the method copy");
    }
  }

  bool IsEmpty(const RelationName& name) {
    return !target_
                .Query("SELECT EXISTS (SELECT FROM ONLY " + QuotedName(name) + ") AS has_rows", {})
                .Only()
                .Boolean("has_rows");
  }

  void Restore(const fs::path& dump, const std::vector<DumpedTable>& tables) {
    if (tables.empty()) return;
    std::string list;
    for (const DumpedTable& table : tables) list += table.entry + "\n";
    const std::string list_file = dump.string() + ".list";
    WriteTextFile(list_file, list);
    RunRestore(run_.target,
               {"--section=data", "--no-owner", Jobs(), "--use-list=" + list_file, dump.string()},
               run_.plan.limits.lock_timeout,
               ShowingProgress(run_.output, "pg_restore of " + Counted(tables.size(), "table")));
  }

  StageRun& run_;
  WritingSession target_;
  std::map<std::string, LedgerLine> steps_;
  MovedRows moved_;
};

}  // namespace

MovedRows MoveRowsByDump(StageRun& run) { return RowDump(run).Move(); }

}  // namespace gonogo
