// Compares keys as texts. An additional `=` of their types lets the server use an index.
#include "compare/passes/keyed_rows.h"

#include <fmt/format.h>

#include <algorithm>

#include "compare/forms/brief_text.h"
#include "core/json/json.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

// True if the type is known to have `=`, for which there may be an index.
bool HasEquality(const ColumnPair& column) {
  const std::string& base = column.source.base;
  return base == column.target.base &&
         (base == "numeric" || base == "bpchar" || &NativeFormOf(column) != &TextForm());
}

// Returns a query for the key's texts and the expressions `wanted`. Keys are compared as texts. The
// additional `=` of the type only lets the server use an index.
// $1 text: a JSON list of lists, one per key.
std::string StatementForKeys(const RelationShape& shape, const PairedColumns& columns,
                             const std::string& where, SideName side, bool with_nulls,
                             const std::vector<std::string>& wanted) {
  std::vector<std::string> texts;
  std::vector<std::string> conditions;
  for (std::size_t i = 0; i < columns.key.size(); ++i) {
    const Column& column = columns.key[i][side];
    const std::string text = fmt::format("(\"gonogo key\" OPERATOR(pg_catalog.->>) {})", i);
    texts.push_back(TextNamed(i));
    if (!with_nulls && HasEquality(columns.key[i])) {
      conditions.push_back(
          fmt::format("{} OPERATOR(pg_catalog.=) {}::{}", column.quoted, text, column.type));
    }
    conditions.push_back(fmt::format(
        "COALESCE(({0}) COLLATE pg_catalog.\"C\" OPERATOR(pg_catalog.=) {1}, ({0}) IS NULL "
        "AND {1} IS NULL)",
        TextOf(column), text));
  }
  for (const std::string& expression : wanted) texts.push_back(expression);
  if (!where.empty()) conditions.push_back(fmt::format("(\n{}\n)", where));
  return fmt::format(
      "SELECT {} FROM {} AS \"gonogo row\"{}, pg_catalog.json_array_elements($1::pg_catalog.json) AS \"gonogo keys\" (\"gonogo key\") "
      "WHERE {}",
      Join(texts, ", "), shape.rows, TextsOf(columns.All(), side), Join(conditions, " AND "));
}

Json JsonOf(const std::vector<Key>& keys) {
  Json lists = Json::array();
  for (const Key& key : keys) {
    Json& list = lists.emplace_back(Json::array());
    for (const Value& value : key) list.push_back(value ? Json(*value) : Json(nullptr));
  }
  return lists;
}

bool HasNull(const Key& key) { return std::find(key.begin(), key.end(), Value()) != key.end(); }

}  // namespace

// Returns what is read of each row to compare it: SHA-256 of its values, and their bytes. Each
// value has a digest of its own, because PostgreSQL can't join values of some hundred MB.
std::vector<std::string> DigestAndBytes(std::size_t columns) {
  const std::string sha256 =
      "pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to({}, 'UTF8')), 'hex')";
  std::string all = "''";
  for (std::size_t i = 0; i < columns; ++i) {
    all += fmt::format(" OPERATOR(pg_catalog.||) COALESCE({}, '-')",
                       fmt::format(fmt::runtime(sha256), TextNamed(i)));
  }
  return {fmt::format(fmt::runtime(sha256), all), BytesOfTexts(columns)};
}

RowsByKey RowsOfKeys(Session& session, const RelationShape& shape, const PairedColumns& columns,
                     const std::string& where, SideName side, const std::vector<Key>& keys,
                     const std::vector<std::string>& wanted) {
  const bool with_nulls = std::any_of(keys.begin(), keys.end(), HasNull);
  const auto key_columns = static_cast<std::ptrdiff_t>(columns.key.size());
  Rows rows = session.Query(StatementForKeys(shape, columns, where, side, with_nulls, wanted),
                            {ToText(JsonOf(keys))});
  RowsByKey found;
  for (RowValues& row : rows.values) {
    Key key(row.begin(), row.begin() + key_columns);
    row.erase(row.begin(), row.begin() + key_columns);
    found[std::move(key)].push_back(std::move(row));
  }
  for (auto& [key, of_key] : found) std::sort(of_key.begin(), of_key.end());
  return found;
}

}  // namespace gonogo
