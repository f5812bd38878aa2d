// Drizzle: __drizzle_migrations(id, hash, created_at), from version 1 on also name. Before version
// 1 a row has the time that the journal had when it was applied, and Drizzle compares only the
// latest of them with each entry's.
#include "gates/migrations/history/tools/drizzle.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "core/json/json.h"
#include "core/text/text.h"
#include "fixtures/system/text_file.h"
#include "gates/migrations/history/tool_files.h"

namespace gonogo {
namespace {

namespace fs = std::filesystem;

AppliedHistory AppliedByDrizzle(const std::vector<Json>& rows) {
  AppliedHistory history;
  for (const Json& row : rows) {
    const Value name = Member(row, "name");
    const std::string time =
        name ? Member(row, "created_at").value_or("") : RequiredMember(row, "created_at");
    history.migrations.push_back({.name = name.value_or(time),
                                  .checksum = RequiredMember(row, "hash"),
                                  .time = ParseInteger(time).value_or(0)});
  }
  return history;
}

CommittedHistory ReadJournal(const fs::path& folder) {
  const Json journal = ParseJson(ReadTextFile(folder / "meta" / "_journal.json"));
  CommittedHistory history;
  for (const Json& entry : journal.at("entries")) {
    const auto when = entry.at("when").get<std::int64_t>();
    const auto tag = entry.at("tag").get<std::string>();
    const std::string file = tag + ".sql";
    history.migrations.push_back({.name = std::to_string(when),
                                  .label = tag,
                                  .checksums = DigestsOfAnyLineEnds(ReadTextFile(folder / file)),
                                  .file = file,
                                  .time = when});
  }
  return history;
}

CommittedHistory CommittedForDrizzle(const Folders& folders) {
  const bool has_journal = fs::exists(folders.front() / "meta" / "_journal.json");
  return has_journal ? ReadJournal(folders.front())
                     : MigrationFolders(folders, DigestsOfAnyLineEnds);
}

bool HasChecksum(const CommittedMigration& entry, const AppliedMigration& row) {
  return row.checksum && std::ranges::find(entry.checksums, *row.checksum) != entry.checksums.end();
}

// Finds the rows of entries, first by time and text, then by text, then by time, and names both by
// the entry's tag.
class RowFinder {
 public:
  RowFinder(AppliedHistory& applied, CommittedHistory& committed)
      : applied_(applied), committed_(committed), is_taken_(applied.migrations.size()) {}

  void Find() {
    using Entry = const CommittedMigration&;
    using Applied = const AppliedMigration&;
    std::vector<bool> is_found(committed_.migrations.size());
    Pass(is_found, [](Entry e, Applied row) { return e.name == row.name && HasChecksum(e, row); });
    Pass(is_found, [](Entry e, Applied row) { return HasChecksum(e, row); });
    Pass(is_found, [](Entry e, Applied row) { return e.name == row.name; });
    for (CommittedMigration& entry : committed_.migrations) entry.name = entry.label;
    NameRepetitions();
  }

 private:
  using Belong = std::function<bool(const CommittedMigration&, const AppliedMigration&)>;

  void Pass(std::vector<bool>& is_found, const Belong& belong) {
    for (std::size_t e = 0; e < committed_.migrations.size(); ++e) {
      for (std::size_t r = 0; r < applied_.migrations.size() && !is_found[e]; ++r) {
        if (is_taken_[r] || !belong(committed_.migrations[e], applied_.migrations[r])) continue;
        applied_.migrations[r].name = committed_.migrations[e].label;
        is_taken_[r] = is_found[e] = true;
      }
    }
  }

  // An entry that ran again has several rows.
  void NameRepetitions() {
    for (std::size_t r = 0; r < applied_.migrations.size(); ++r) {
      AppliedMigration& row = applied_.migrations[r];
      const auto entry = std::ranges::find_if(
          committed_.migrations, [&](const auto& one) { return HasChecksum(one, row); });
      if (!is_taken_[r] && entry != committed_.migrations.end()) row.name = entry->name;
    }
  }

  AppliedHistory& applied_;
  CommittedHistory& committed_;
  std::vector<bool> is_taken_;
};

// Says what Drizzle does with each entry, which it doesn't report: it runs those whose time is
// later than the latest applied one, and no others.
void SayWhatRuns(const AppliedHistory& applied, CommittedHistory& committed) {
  std::int64_t latest = 0;
  for (const AppliedMigration& row : applied.migrations) latest = std::max(latest, row.time);
  if (latest == 0) return;
  for (CommittedMigration& entry : committed.migrations) {
    if (entry.time == 0) continue;
    if (entry.time <= latest) {
      entry.remark = ", and the tool will skip it, because later ones are applied";
    }
    const auto row = std::ranges::find(applied.migrations, entry.name, &AppliedMigration::name);
    if (row == applied.migrations.end()) continue;
    if (entry.time > latest) {
      committed.notes.push_back(fmt::format(
          "{}: applied, but its time in the journal is later than that of all applied ones, so "
          "drizzle-orm will run it again",
          entry.label));
    }
    if (row->time > applied.now_ms && applied.now_ms > 0) {
      entry.warning =
          "its time is in the future: the tool will skip migrations that are added before then";
    }
  }
}

void SettleDrizzle(AppliedHistory& applied, CommittedHistory& committed) {
  RowFinder(applied, committed).Find();
  SayWhatRuns(applied, committed);
}

}  // namespace

MigrationTool DrizzleTool() {
  return {.name = "drizzle",
          .table = "drizzle.__drizzle_migrations",
          .applied = AppliedByDrizzle,
          .committed = CommittedForDrizzle,
          .settle = SettleDrizzle,
          .is_known_by_checksum = true};
}

}  // namespace gonogo
