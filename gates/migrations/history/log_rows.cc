// Texts are compared here, so that nothing of the plan becomes part of a statement.
#include "gates/migrations/history/log_rows.h"

#include <algorithm>

#include "core/text/json.h"
#include "core/values/relation_name.h"
#include "sql/migrations.h"

namespace gonogo {
namespace {

std::string TextOf(const Json& value) {
  return value.is_string() ? value.get<std::string>() : ToText(value);
}

bool IsRow(const Json& row, const Json& wanted) {
  const auto entries = wanted.items();
  return std::all_of(entries.begin(), entries.end(), [&](const auto& entry) {
    return row.contains(entry.key()) &&
           TextOf(row.at(entry.key())) == entry.value().template get<std::string>();
  });
}

}  // namespace

LoggedRows ReadLog(Session& session, const std::string& table) {
  const RelationName name = ParseRelationName(table);
  const Rows written = session.Query(sql::kMigrationRows, {name.schema, name.name});
  const Value statement = written.Only().Maybe("statement");
  if (!statement) return {};
  LoggedRows log{.has_table = true, .rows = {}};
  const Rows rows = session.Query(*statement, {});
  for (std::size_t i = 0; i < rows.size(); ++i) {
    log.rows.push_back(ParseJson(rows[i].Text("row")));
    log.now_ms = rows[i].Integer("now_ms");
  }
  return log;
}

Outcome LookForRow(const std::string& table, const LoggedRows& log, const Json& wanted) {
  const std::string words = ToText(wanted);
  Outcome outcome{.examined = 1 + static_cast<std::int64_t>(log.rows.size())};
  const auto is_wanted = [&](const Json& row) { return IsRow(row, wanted); };
  if (!log.has_table) {
    outcome.findings.push_back({table, "no such table on the target", "a row with " + words});
  } else if (std::none_of(log.rows.begin(), log.rows.end(), is_wanted)) {
    outcome.findings.push_back({table, "no such row", "a row with " + words});
  }
  return outcome;
}

}  // namespace gonogo
