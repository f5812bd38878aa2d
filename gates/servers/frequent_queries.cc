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
#include "gates/servers/executed_statements.h"

namespace gonogo {
namespace {

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
  for (const ExecutedStatement& statement : StatementsOn(in, SideName::kSource, roles)) {
    if (static_cast<std::int64_t>(found.queries.size()) == top) break;
    const RowFinder finder = RowFinderOf(statement.query);
    if (!finder.why_none.empty()) {
      ++left_out[finder.why_none];
      continue;
    }
    found.queries.push_back({statement.Name(), finder});
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
