// What the stages send to servers names everything with its schema, so that nothing in a database
// can take its place. The servers log it.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "fixtures/messages/statement_names.h"
#include "fixtures/session/search_path.h"
#include "fixtures/system/text_file.h"
#include "tests/support/migrations/staged_migration.h"
#include "tests/support/qualified_names.h"

namespace gonogo::testing_support {
namespace {

using ByProcess = std::map<std::string, std::vector<std::string>>;

bool IsOfSqlFolder(const std::string& statement) {
  const auto all = AllStatements();
  return std::any_of(all.begin(), all.end(),
                     [&](const NamedStatement& one) { return statement.starts_with(one.text); });
}

// Reads "2026-01-01 10:00:00.000 UTC [123] LOG:  statement: SELECT ...", or "execute <unnamed>: "
// in place of "statement: ". Lines that begin with a tab continue a statement.
ByProcess StatementsIn(const std::string& log) {
  ByProcess statements;
  std::string* last = nullptr;
  std::istringstream lines(log);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('\t') && last != nullptr) {
      *last += "\n" + line.substr(1);
      continue;
    }
    last = nullptr;
    const std::size_t logged = line.find("] LOG:  ");
    if (logged == std::string::npos) continue;
    const std::string entry = line.substr(logged + 8);
    if (!entry.starts_with("statement: ") && !entry.starts_with("execute ")) continue;
    const std::size_t process = line.find('[') + 1;
    auto& of_process = statements[line.substr(process, logged - process)];
    of_process.push_back(entry.substr(entry.find(": ") + 2));
    last = &of_process.back();
  }
  return statements;
}

// Returns what gonogo's own sessions sent, without the files of sql/ and the steps of the plan.
std::set<std::string> BuiltStatements(const std::string& log, const std::string& steps) {
  std::set<std::string> built;
  for (const auto& [process, statements] : StatementsIn(log)) {
    if (std::none_of(statements.begin(), statements.end(), IsOfSqlFolder)) continue;  // pg_dump
    for (const std::string& statement : statements) {
      const bool is_step = steps.find(statement) != std::string::npos;
      if (!is_step && !IsOfSqlFolder(statement)) built.insert(statement);
    }
  }
  return built;
}

std::string LogOf(Session& session) {
  return session
      .Query(
          "SELECT pg_catalog.pg_read_file(pg_catalog.concat("
          "pg_catalog.current_setting('data_directory'), '.log')) AS log ORDER BY 1",
          {})
      .Only()
      .Text("log");
}

TEST(SlowSentByStages, NamesEverythingWithItsSchema) {
  const StagedMigration migration(
      "sent_by_stages",
      {{"cutover",
        {{"commands",
          {{{"name", "close"}, {"source_writes", "off"}},
           {{"name", "sequences"}, {"sequences", "target"}}}}}},
       {"rollback",
        {{"commands", {{{"name", "open"}, {"source_writes", "on"}}}}, {"recheck_s", 1}}}});
  migration.databases().OnBoth("ALTER DATABASE sent_by_stages SET log_statement = 'all'");
  ASSERT_EQ(migration.Stage({"all"}).status, 0);
  migration.databases().OnTarget("UPDATE public.entries SET amount = 1 WHERE id = 7");
  ASSERT_EQ(migration.Stage({"rollback", "--rehearse"}).status, 0);

  std::string steps;
  for (const char* const step : {"types", "tables", "indexes"}) {
    steps += ReadFile(migration.scratch().Path("steps/" + std::string(step) + ".sql"));
  }
  Pair pair = migration.databases().Open();
  for (const SideName side : kBothSides) {
    const auto statements = BuiltStatements(LogOf(pair.SessionOf(side)), steps);
    EXPECT_GT(statements.size(), 20U);
    for (const std::string& statement : statements) {
      const bool empties_path = statement.find(kEmptySearchPath) != std::string::npos;
      const Names which = empties_path ? Names::kOfFunctionsAndRelations : Names::kAllButTypes;
      EXPECT_EQ(UnqualifiedNames(statement, which), std::vector<std::string>()) << statement;
    }
  }
}

}  // namespace
}  // namespace gonogo::testing_support
