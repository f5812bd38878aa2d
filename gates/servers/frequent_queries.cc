// pg_stat_statements also knows utility statements and those of monitoring: they are counted.
#include "gates/servers/frequent_queries.h"

#include <fmt/format.h>

#include <filesystem>
#include <map>

#include "core/error.h"
#include "core/plan/reading/query_header.h"
#include "core/text/text.h"
#include "fixtures/system/text_file.h"
#include "gates/parser/sql_script.h"
#include "sql/servers.h"

namespace gonogo {
namespace {

constexpr const char* kHidden = "<insufficient privilege>";

void RequirePlan(const std::string& path, int line, const std::string& why) {
  if (!why.empty()) throw PlanError(fmt::format("{}:{}: {}, so it has no plan", path, line, why));
}

std::vector<NamedQuery> QueriesIn(const std::string& path, const std::string& text) {
  const std::string stem = std::filesystem::path(path).stem().string();
  if (HasNewerSyntax(text)) return {{stem, RowFinderOf(text)}};
  const SqlScript script = ParseScript(text);
  std::vector<NamedQuery> queries;
  for (const SqlStatement& statement : script.statements) {
    if (!statement.error.empty()) {
      throw PlanError(fmt::format("{}:{}: {}", path, statement.line, statement.error));
    }
    RowFinder finder = RowFinderOf(statement.text);
    RequirePlan(path, statement.line, finder.why_none);
    const bool is_only = script.statements.size() == 1;
    queries.push_back({is_only ? stem : fmt::format("{}:{}", stem, statement.line), finder});
  }
  return queries;
}

// All statements, those that took the most time first.
Rows StatementsOf(const Inspection& in, const std::vector<std::string>& roles) {
  Session& source = in.pair.Source();
  const Rows written = source.Query(sql::kQueryPlansStatements, {ToParameter(Json(roles))});
  if (written.empty()) {
    throw DatabaseError(
        "source: this database doesn't have the extension pg_stat_statements: create it, or name "
        "a \"file\" with the queries that matter",
        "");
  }
  return source.QueryOnce(written.Only().Text("statement"), {});
}

}  // namespace

std::vector<NamedQuery> QueriesOfFile(const std::string& path) {
  std::vector<NamedQuery> queries = QueriesIn(path, ReadTextFile(path));
  if (queries.empty()) throw PlanError(path + ": has no query");
  return queries;
}

FrequentQueries QueriesOfSource(const Inspection& in, std::int64_t top,
                                const std::vector<std::string>& roles) {
  FrequentQueries found;
  std::map<std::string, std::size_t> left_out;  // by reason
  for (const Row row : StatementsOf(in, roles)) {
    if (static_cast<std::int64_t>(found.queries.size()) == top) break;
    const std::string query = row.Maybe("query").value_or(kHidden);
    if (query == kHidden) {
      throw DatabaseError(
          "source: this role can't see a statement of pg_stat_statements; sql/grants/gonogo.sql "
          "grants what it needs",
          "42501");
    }
    const RowFinder finder = RowFinderOf(query);
    if (!finder.why_none.empty()) {
      ++left_out[finder.why_none];
      continue;
    }
    found.queries.push_back(
        {fmt::format("query {} ({})", row.Maybe("id").value_or("?"), ShownStatement(query)),
         finder});
  }
  for (const auto& [why, count] : left_out) {
    found.notes.push_back(fmt::format("left out: {} that {}", Counted(count, "statement"), why));
  }
  if (found.queries.empty()) {
    throw DatabaseError(
        fmt::format("source: pg_stat_statements knows no query of tables of {}: let the "
                    "application work first, or name its \"roles\"",
                    roles.empty() ? "other roles than this session's" : "these roles"),
        "");
  }
  return found;
}

}  // namespace gonogo
