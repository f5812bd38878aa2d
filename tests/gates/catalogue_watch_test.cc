// A new column or code of a new PostgreSQL is looked at by somebody before gonogo passes it by:
// each column of the views that statements of sql/ read is named by one of them or has a reason,
// and so has each code of one letter. tests/gates/coverage_test.cc holds the same for what pg_dump
// reads.
#include <gtest/gtest.h>

#include <set>

#include "fixtures/pair.h"
#include "sql/gates.h"
#include "tests/support/catalogue_names.h"
#include "tests/support/coverage_rows.h"
#include "tests/support/servers/pair_environment.h"

namespace gonogo::testing_support {
namespace {

struct CatalogueOfServer {
  CatalogueColumns columns;
  CatalogueColumns codes;  // of the type "char"
};

CatalogueOfServer ReadCatalogue(const Cluster& cluster) {
  Side side = OpenSide("source", ParseEndpoint(cluster.Url(), "source"), Limits());
  const Rows rows = side.session->Query(
      "SELECT c.relname AS catalogue, a.attname AS name, "
      "a.atttypid = '\"char\"'::pg_catalog.regtype AS is_code "
      "FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid "
      "WHERE c.relnamespace = 'pg_catalog'::pg_catalog.regnamespace AND c.relkind IN ('r', 'v') "
      "AND a.attnum > 0 AND NOT a.attisdropped",
      {});
  CatalogueOfServer catalogue;
  for (const Row row : rows) {
    catalogue.columns[row.Text("catalogue")].insert(row.Text("name"));
    if (row.Boolean("is_code")) catalogue.codes[row.Text("catalogue")].insert(row.Text("name"));
  }
  return catalogue;
}

std::set<std::string> NamesOf(const CatalogueColumns& columns) {
  std::set<std::string> names;
  for (const auto& [catalogue, of_catalogue] : columns) {
    for (const std::string& column : of_catalogue) names.insert(catalogue + "." + column);
  }
  return names;
}

std::set<std::string> NamesOf(const std::vector<CoverageRow>& rows, int major) {
  std::set<std::string> names;
  for (const CoverageRow& row : rows) {
    if (row.first <= major && major <= row.last) names.insert(row.what);
  }
  return names;
}

// Returns the names of one list that the other one doesn't have, one a line.
std::string OnlyIn(const std::set<std::string>& some, const std::set<std::string>& others) {
  std::string names;
  for (const std::string& name : some) {
    if (!others.contains(name)) names += name + "\n";
  }
  return names;
}

// The columns of what statements read, if pg_dump doesn't read it.
std::set<std::string> ColumnsToDecide(const CatalogueOfServer& server, int major) {
  std::set<std::string> known;
  for (const std::string& name : NamesOf(CoverageOfColumns(), major)) {
    known.insert(name.substr(0, name.find('.')));
  }
  std::set<std::string> names;
  for (const auto& [catalogue, named] : NamedColumnsOfStatements(server.columns)) {
    if (known.contains(catalogue)) continue;
    for (const std::string& column : server.columns.at(catalogue)) {
      if (!named.contains(column)) names.insert(catalogue + "." + column);
    }
  }
  return names;
}

void ExpectDecision(const Cluster& cluster) {
  const CatalogueOfServer server = ReadCatalogue(cluster);
  EXPECT_GT(NamedColumnsOfStatements(server.columns).size(), 50U);
  const std::set<std::string> to_decide = ColumnsToDecide(server, cluster.major);
  const std::set<std::string> decided = NamesOf(ColumnsNotNamed(), cluster.major);
  EXPECT_EQ(OnlyIn(to_decide, decided), "")
      << "PostgreSQL " << cluster.major
      << ": say in tests/data/coverage/views.txt why no statement "
      << "names these columns, or name them";
  EXPECT_EQ(OnlyIn(decided, to_decide), "")
      << "PostgreSQL " << cluster.major << ": remove from tests/data/coverage/views.txt what the "
      << "server doesn't have, or a statement names";
}

// Statements ask for codes one by one, so unknown_codes.sql must know each that they ask for.
void ExpectCodes(const Cluster& cluster) {
  const CatalogueOfServer server = ReadCatalogue(cluster);
  const std::set<std::string> codes = NamesOf(server.codes);
  std::set<std::string> named = NamesOf(NamedColumnsOfStatements(server.columns));
  std::erase_if(named, [&](const std::string& column) { return !codes.contains(column); });
  std::set<std::string> looked_at = NamesOf(CodesTakenAsTheyAre(), cluster.major);
  for (const std::string& name : NamesOf(NamedColumns(sql::kUnknownCodes, server.codes))) {
    EXPECT_TRUE(looked_at.insert(name).second) << name << " is in unknown_codes.sql";
  }
  EXPECT_EQ(OnlyIn(named, looked_at), "")
      << "PostgreSQL " << cluster.major << ": add these to sql/gates/unknown_codes.sql, or say in "
      << "tests/data/coverage/codes.txt how statements take them";
  EXPECT_EQ(OnlyIn(looked_at, named), "")
      << "PostgreSQL " << cluster.major << ": no statement asks for these";
}

TEST(CatalogueWatch, DecidesAboutEachColumnOfTheTestServer) { ExpectDecision(TestPair().source); }

TEST(CatalogueWatch, KnowsEachCodeThatStatementsAskFor) { ExpectCodes(TestPair().source); }

TEST(SlowCatalogueWatch, DecidesAboutEachMajor) {
  for (const std::string major : {"13", "14", "16", "17", "18"}) {
    const std::filesystem::path folder = MakePairFolder();
    const PairGuard guard(folder);
    const std::string programs = ProgramsOf(major);
    const ThrowAwayPair pair = StartPair(folder, {programs, programs});
    ExpectDecision(pair.source);
    ExpectCodes(pair.source);
  }
}

}  // namespace
}  // namespace gonogo::testing_support
