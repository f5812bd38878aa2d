// The schema goes by pg_dump, rows by COPY, which no other program can limit.
#include "app/selftest/excerpt.h"

#include <fmt/format.h>

#include <filesystem>

#include "core/plan/plan.h"
#include "core/text/text.h"
#include "fixtures/programs/client_program.h"
#include "fixtures/session/row_stream.h"
#include "fixtures/session/snapshot_session.h"
#include "fixtures/session/writing_session.h"
#include "fixtures/throwaway/cluster_sql.h"
#include "fixtures/throwaway/sample_database.h"
#include "sql/excerpt.h"

namespace gonogo {
namespace {

constexpr std::int64_t kMostRows = 100;  // of one table

std::vector<std::string> StatementsIn(Session& session, std::string_view statement) {
  std::vector<std::string> statements;
  for (const Row row : session.QueryOnce(statement, {})) {
    statements.push_back(row.Text("statement"));
  }
  return statements;
}

void CopySchema(const ConnectionString& original, const std::string& snapshot,
                const ThrowAwayPair& pair, const ConnectionString& copy) {
  const std::string dump = (pair.folder / "excerpt.dump").string();
  RunDump(original,
          {"--format=custom", "--schema-only", "--no-tablespaces", "--no-subscriptions",
           "--snapshot=" + snapshot, "--file=" + dump},
          Limits().lock_timeout);
  RunRestore(copy, {dump});
  std::filesystem::remove(dump);
}

// A row that is left out may be what other rows refer to.
std::int64_t DeleteOrphans(WritingSession& copy) {
  const std::vector<std::string> statements = StatementsIn(copy, sql::kExcerptOrphans);
  std::int64_t all = 0;
  std::int64_t deleted = 0;
  do {
    deleted = 0;
    for (const std::string& statement : statements) {
      deleted += copy.QueryOnce(statement, {}).Only().Integer("rows");
    }
    all += deleted;
  } while (deleted > 0);
  return all;
}

}  // namespace

std::string Describe(const Excerpt& excerpt) {
  return fmt::format(
      "the schema of {}, {} of {} (at most {} of each), and its roles without passwords",
      excerpt.from, Counted(static_cast<std::size_t>(excerpt.rows), "row"),
      Counted(static_cast<std::size_t>(excerpt.tables), "table"), kMostRows);
}

Excerpt CopyExcerpt(const ConnectionString& original, const Limits& limits,
                    const ThrowAwayPair& pair) {
  const auto session = OpenSnapshot(original, "source", limits);
  const std::string snapshot = session->ExportSnapshot();
  for (const std::string& statement : StatementsIn(*session, sql::kExcerptRoles)) {
    ExecuteAsAdmin(pair.source, statement);
    ExecuteAsAdmin(pair.target, statement);
  }
  const ConnectionString endpoint = ParseConnectionString(pair.source.Url(), "copy");
  CopySchema(original, snapshot, pair, endpoint);

  Excerpt excerpt{.from = original.ForPeople()};
  WritingSession copy(endpoint, "copy", limits);
  Transaction transaction(copy);
  copy.Execute("SET LOCAL session_replication_role = replica");  // no triggers, no foreign keys
  SnapshotReader reader(original, "source", limits, snapshot);
  for (const Row row : session->QueryOnce(sql::kExcerptRows, {std::to_string(kMostRows)})) {
    excerpt.rows +=
        StreamRows(reader, row.Text("copy_out"), copy, row.Text("copy_in"), [](const Streamed&) {
        }).rows;
    ++excerpt.tables;
  }
  excerpt.rows -= DeleteOrphans(copy);
  for (const std::string_view statement : {sql::kExcerptSequences, sql::kExcerptViews}) {
    for (const std::string& each : StatementsIn(*session, statement)) copy.Execute(each);
  }
  copy.Execute("ANALYZE");  // or the source has the weakness that a target without statistics has
  transaction.Commit();
  CopyWhole(pair);
  return excerpt;
}

}  // namespace gonogo
