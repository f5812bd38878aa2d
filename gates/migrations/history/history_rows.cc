// Rows are compared here, not in SQL, so that no text of the plan becomes part of a statement.
#include "gates/migrations/history/history_rows.h"

#include <algorithm>

#include "core/json/json.h"
#include "core/values/relation_name.h"
#include "sql/migrations.h"

namespace gonogo {
namespace {

std::string TextOf(const Json& value) {
  return value.is_string() ? value.get<std::string>() : ToText(value);
}

bool HasTexts(const Json& row, const Json& wanted) {
  const auto entries = wanted.items();
  return std::all_of(entries.begin(), entries.end(), [&](const auto& entry) {
    return row.contains(entry.key()) &&
           TextOf(row.at(entry.key())) == entry.value().template get<std::string>();
  });
}

}  // namespace

HistoryRows ReadHistory(Session& session, const std::string& table) {
  const RelationName name = ParseRelationName(table);
  const Rows written = session.Query(sql::kMigrationRows, {name.schema, name.name});
  const Value statement = written.Only().Maybe("statement");
  if (!statement) return {};
  HistoryRows history{.has_table = true, .rows = {}};
  for (const Row row : session.Query(*statement, {})) {
    history.rows.push_back(ParseJson(row.Text("row")));
    history.now_ms = row.Integer("now_ms");
  }
  return history;
}

Outcome RequireRow(const std::string& table, const HistoryRows& history, const Json& wanted) {
  const std::string want = "a row with " + ToText(wanted);
  Outcome outcome{.examined = 1 + static_cast<std::int64_t>(history.rows.size())};
  const auto is_wanted = [&](const Json& row) { return HasTexts(row, wanted); };
  if (!history.has_table) {
    outcome.findings.push_back({table, "no such table on the target", want});
  } else if (std::none_of(history.rows.begin(), history.rows.end(), is_wanted)) {
    outcome.findings.push_back({table, "no row", want});
  }
  return outcome;
}

}  // namespace gonogo
