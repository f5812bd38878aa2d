// A table's rows arrive by one COPY: all of them, or none. So an empty table is one that is still
// to be restored, once it is known that all were empty before the first.
#include "stages/dump/row_dump.h"

#include <chrono>
#include <filesystem>
#include <map>
#include <set>
#include <thread>

#include "core/error.h"
#include "core/text/text.h"
#include "core/values/relation_name.h"
#include "fixtures/programs/client_program.h"
#include "fixtures/session/writing_session.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/interrupt.h"
#include "fixtures/system/text_file.h"
#include "sql/compare.h"
#include "sql/dump.h"
#include "stages/dump/schema_dump.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

constexpr const char* kDumpStep = "dump of the rows";
constexpr const char* kRestoreStep = "restore of the rows";

// A pg_restore whose gonogo was killed notices that when its statement ends.
constexpr std::chrono::seconds kPatience{20};
constexpr std::chrono::milliseconds kNap{100};

struct DumpedTable {
  RelationName name;
  std::string entry;  // its line in the dump's table of contents
};

class RowDump {
 public:
  explicit RowDump(StageRun& run)
      : run_(run), target_(run.target, "target", run.plan.limits), steps_(Steps()) {}

  MovedRows Move() {
    const bool was_begun = steps_.contains(kRestoreStep);
    AwaitNoRestore();
    const fs::path dump = DumpedRows(was_begun);
    std::vector<DumpedTable> left;
    for (const DumpedTable& table : TablesIn(dump)) {
      if (IsEmpty(table.name)) {
        left.push_back(table);
      } else if (was_begun) {
        ++moved_.tables_before;
      } else {
        throw PlanError("target: " + QuotedName(table.name) +
                        " holds rows that this migration did not bring: empty it, or exclude it");
      }
    }
    if (!was_begun) Note(LedgerEvent::kStepBegan, kRestoreStep, Json::object());
    Restore(dump, left);
    moved_.tables = static_cast<std::int64_t>(left.size());
    Note(LedgerEvent::kStepDone, kRestoreStep, {{"tables", moved_.tables}});
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

  // Throws PlanError where somebody restores into the target all the while.
  void AwaitNoRestore() {
    const auto end = std::chrono::steady_clock::now() + kPatience;
    while (target_.Query(sql::kRestoringSessions, {}).Only().Integer("sessions") > 0) {
      ThrowIfInterrupted();
      if (std::chrono::steady_clock::now() > end) {
        throw PlanError("target: another pg_restore is at work there: end it first");
      }
      std::this_thread::sleep_for(kNap);
    }
  }

  // The folder of the dump: one snapshot of the source for all rows, whenever they are restored.
  fs::path DumpedRows(bool restore_was_begun) {
    const auto step = steps_.find(kDumpStep);
    if (step != steps_.end() && step->second.event == LedgerEvent::kStepDone) {
      const fs::path dump = run_.folder / step->second.details.at("folder").get<std::string>();
      if (fs::exists(dump / "toc.dat")) return dump;
    }
    if (restore_was_begun) {
      throw PlanError(
          "the dump that the target's rows came from is gone: empty the target's tables, and begin "
          "with another --out");
    }
    return Dump();
  }

  fs::path Dump() {
    run_.voice.show("  ...    pg_dump of the rows");
    const fs::path dump = run_.folder / "rows" / NewRunId();
    fs::create_directories(dump.parent_path());
    Note(LedgerEvent::kStepBegan, kDumpStep, Json::object());
    std::vector<std::string> words = {"--format=directory", Jobs(), "--section=data", "--no-blobs",
                                      "--file=" + dump.string()};
    const auto exclusions = ExclusionWords(run_.plan);
    words.insert(words.end(), exclusions.begin(), exclusions.end());
    RunClient("pg_dump", run_.source, words, WasInterrupted);
    Note(LedgerEvent::kStepDone, kDumpStep, {{"folder", fs::relative(dump, run_.folder).string()}});
    return dump;
  }

  // The entry of a table's rows: "4242; 0 16385 TABLE DATA schema name owner". Names may hold
  // blanks, so the lines are looked for by the names that the target has.
  std::vector<DumpedTable> TablesIn(const fs::path& dump) {
    for (const auto& file : fs::directory_iterator(dump)) {
      moved_.bytes += static_cast<std::int64_t>(file.file_size());
    }
    std::vector<std::string> entries;
    for (const std::string& line :
         Split(RunClientAlone("pg_restore", {"--list", dump.string()}), '\n')) {
      if (line.find(" TABLE DATA ") != std::string::npos) entries.push_back(line);
    }
    std::vector<DumpedTable> tables;
    const Rows rows = target_.Query(sql::kUserTables, {});
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const RelationName name{rows[i].Text("schema"), rows[i].Text("name")};
      const std::string part = " TABLE DATA " + name.schema + " " + name.name + " ";
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
      if (!found.contains(entry)) {
        throw PlanError("the target has no table for this entry of the dump: " + entry);
      }
    }
    if (tables.size() != entries.size()) {
      throw PlanError("names of tables cannot be told apart in the dump: use the method copy");
    }
  }

  bool IsEmpty(const RelationName& name) {
    return !target_.Query("SELECT EXISTS (SELECT FROM ONLY " + QuotedName(name) + ") AS holds", {})
                .Only()
                .Boolean("holds");
  }

  void Restore(const fs::path& dump, const std::vector<DumpedTable>& tables) {
    if (tables.empty()) return;
    run_.voice.show("  ...    pg_restore of " + std::to_string(tables.size()) + " tables");
    std::string list;
    for (const DumpedTable& table : tables) list += table.entry + "\n";
    const std::string use = dump.string() + ".list";
    WriteTextFile(use, list);
    RunClient("pg_restore", run_.target,
              {"--section=data", "--exit-on-error", "--no-owner", Jobs(), "--use-list=" + use,
               dump.string()},
              WasInterrupted);
  }

  StageRun& run_;
  WritingSession target_;
  std::map<std::string, LedgerLine> steps_;
  MovedRows moved_;
};

}  // namespace

MovedRows MoveRowsByDump(StageRun& run) { return RowDump(run).Move(); }

}  // namespace gonogo
