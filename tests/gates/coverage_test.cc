// Nothing that pg_dump writes is looked at by nobody: each column of the catalogues that it reads
// and each kind of entry that it writes has a gate that sees a change in it, or a reason.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "fixtures/pair.h"
#include "fixtures/system/process.h"
#include "fixtures/throwaway/throwaway_pair.h"
#include "gates/cases/case_database.h"
#include "gates/cases/gate_case.h"
#include "gates/gate_table.h"
#include "tests/golden/golden.h"
#include "tests/support/coverage_rows.h"
#include "tests/support/servers/pair_environment.h"

namespace gonogo::testing_support {
namespace {

std::set<std::string> GateNames() {
  std::set<std::string> names;
  for (const Gate& gate : AllGates()) names.insert(gate.name);
  return names;
}

bool IsKnownGate(const CoverageRow& row) {
  static const std::set<std::string> names = GateNames();
  return !row.HasGate() || names.contains(row.gate);
}

// Whether a must-fail case of the gate expects a finding about this property. The cases' server may
// be older than the column.
bool IsPlanted(const CoverageRow& row, const PlantedDamage& damage) {
  if (row.first > TestPair().source.major) return true;
  if (row.detail == "(name)") return std::ranges::count(damage.properties, "none") > 0;
  return !row.IsInFindings() || std::ranges::count(damage.properties, row.detail) > 0;
}

TEST(Coverage, HasAPage) { ExpectGolden("../../docs/coverage.md", CoveragePage()); }

TEST(Coverage, OfAColumnIsWhatAGateReadsAndACasePlants) {
  auto damage = DamageByGate();
  for (const CoverageRow& row : CoverageOfColumns()) {
    ASSERT_TRUE(IsKnownGate(row)) << row.what << ": there is no gate " << row.gate;
    if (!row.HasGate()) continue;
    if (!row.text.empty()) {
      EXPECT_NE(StatementsOf(row.gate).find(row.text), std::string::npos)
          << row.what << ": gate " << row.gate << " doesn't mention " << row.text;
    }
    EXPECT_TRUE(IsPlanted(row, damage[row.gate]))
        << row.what << ": no must-fail case of gate " << row.gate << " has a finding \""
        << row.detail << ": ...\"";
  }
}

TEST(Coverage, OfAnEntryIsWhatACasePlants) {
  auto damage = DamageByGate();
  for (const CoverageRow& row : CoverageOfEntries()) {
    ASSERT_TRUE(IsKnownGate(row)) << row.what << ": there is no gate " << row.gate;
    if (!row.HasGate() || !row.IsInFindings()) continue;
    const auto has_words = [&](const std::string& subject) {
      return subject.find(row.detail) != std::string::npos;
    };
    EXPECT_TRUE(std::ranges::any_of(damage[row.gate].subjects, has_words))
        << row.what << ": no must-fail case of gate " << row.gate << " has a finding about a \""
        << row.detail << "\"";
  }
}

// Fails for a column of the server's catalogues that has no row, and for one that it doesn't have.
void ExpectRowForEachColumn(const Cluster& cluster) {
  std::set<std::string> catalogues;
  std::set<std::string> rows;
  for (const CoverageRow& row : CoverageOfColumns()) {
    catalogues.insert(row.what.substr(0, row.what.find('.')));
    if (row.first <= cluster.major && cluster.major <= row.last) rows.insert(row.what);
  }
  Side side = OpenSide("source", ParseEndpoint(cluster.Url(), "source"), Limits());
  const Rows columns = side.session->Query(
      "SELECT c.relname AS catalogue, c.relname || '.' || a.attname AS name "
      "FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid "
      "WHERE c.relnamespace = 'pg_catalog'::pg_catalog.regnamespace AND c.relkind = 'r' "
      "AND a.attnum > 0 AND NOT a.attisdropped",
      {});
  std::set<std::string> found;
  for (const Row row : columns) {
    if (catalogues.contains(row.Text("catalogue"))) found.insert(row.Text("name"));
  }
  EXPECT_GT(found.size(), 500U);
  EXPECT_EQ(found, rows) << "PostgreSQL " << cluster.major;
}

TEST(Coverage, HasEachColumnOfTheTestServer) { ExpectRowForEachColumn(TestPair().source); }

TEST(SlowCoverage, HasEachColumnOfEachMajor) {
  for (const std::string major : {"13", "14", "16", "17", "18"}) {
    const std::filesystem::path folder = MakePairFolder();
    const PairGuard guard(folder);
    const std::string programs = ProgramsOf(major);
    ExpectRowForEachColumn(StartPair(folder, {programs, programs}).source);
  }
}

// Returns the kinds of entries that a dump of the database contains.
std::set<std::string> EntriesOf(const std::string& url) {
  const std::filesystem::path folder = MakePairFolder();
  const std::string file = folder / "dump";
  // As the superuser, whatever role the database sets.
  RunCommand({.words = {"pg_dump", "-Fc", "-C", "-f", file, "-d", url},
              .environment = {{"PGOPTIONS", "-c role=none"}}});
  const std::string list = RunCommand({.words = {"pg_restore", "-l", file}}).output;
  std::filesystem::remove_all(folder);
  std::set<std::string> entries;
  std::istringstream lines(list);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string word, entry;
    words >> word >> word >> word;
    if (line.empty() || line[0] == ';') continue;
    while (words >> word && std::ranges::all_of(word, [](char c) { return std::isupper(c); })) {
      entry += (entry.empty() ? "" : " ") + word;
    }
    entries.insert(entry);
  }
  return entries;
}

TEST(SlowCoverage, HasEachEntryOfDumps) {
  std::set<std::string> rows;
  for (const CoverageRow& row : CoverageOfEntries()) rows.insert(row.what);
  std::set<std::string> seen;
  for (const auto& folder : CaseFolders(GONOGO_SOURCE_DIR "/tests/cases")) {
    const GateCase gate_case = ReadGateCase(folder, GONOGO_SOURCE_DIR);
    const bool is_of_objects = folder.string().find("/catalogue/") != std::string::npos;
    if (gate_case.kind != "must-pass" || !is_of_objects) continue;
    if (!TestPairHas(static_cast<int>(gate_case.from_major))) continue;
    CaseDatabase database(TestPair().source, gate_case, gate_case.source_sql, "");
    database.Fill();
    for (const std::string& entry : EntriesOf(UrlOf(TestPair().source, database.name()))) {
      EXPECT_TRUE(rows.contains(entry)) << entry << " of " << folder;
      seen.insert(entry);
    }
  }
  EXPECT_GT(seen.size(), 50U);
}

}  // namespace
}  // namespace gonogo::testing_support
