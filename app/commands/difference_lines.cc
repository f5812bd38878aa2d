// Writes the output of `gonogo diff`. As in the gates, the target lacks rows that are missing, and
// the source lacks rows that are extra.
#include "app/commands/difference_lines.h"

#include <fmt/format.h>

#include "compare/forms/brief_text.h"
#include "core/json/json.h"
#include "core/text/text.h"
#include "reporters/model/shown_text.h"

namespace gonogo {
namespace {

std::string KindOf(const RowDifference& row) {
  if (row.missing()) return "missing";
  return row.extra() ? "extra" : "different";
}

Json JsonOf(const Value& value) { return value ? Json(Brief(*value)) : Json(nullptr); }

Json RowJson(const std::vector<ColumnPair>& columns, const std::vector<Value>& values) {
  Json row = Json::object();
  for (std::size_t i = 0; i < values.size(); ++i) row[columns[i].source.name] = JsonOf(values[i]);
  return row;
}

std::vector<std::size_t> DifferingColumns(const RowDifference& row) {
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < row.values().size(); ++i) {
    if (row.DiffersIn(i)) columns.push_back(i);
  }
  return columns;
}

// The columns that differ or, of a row on one side, all its columns; with their values if asked
// for.
std::vector<std::string> DetailsOf(const Comparison& comparison, const RowDifference& row,
                                   bool with_values) {
  const auto columns = comparison.columns.All();
  std::vector<std::string> details;
  if (with_values && (row.missing() || row.extra())) {
    for (std::size_t i = comparison.columns.key.size(); i < columns.size(); ++i) {
      details.push_back(columns[i].source.name + " " + ShownValue(row.values()[i]));
    }
  }
  for (const std::size_t i : DifferingColumns(row)) {
    const std::string& name = columns[i].source.name;
    details.push_back(with_values
                          ? fmt::format("{} {}, want {}", name, ShownValue((*row.target)[i]),
                                        ShownValue((*row.source)[i]))
                          : name);
  }
  return details;
}

std::string LineOf(const Json& json) { return ToText(json) + "\n"; }

std::string NotRead(const Comparison& comparison) {
  if (comparison.foreign_partitions.empty()) return "";
  return "; not read, because they are foreign tables: " +
         Join(comparison.foreign_partitions, ", ");
}

}  // namespace

std::string DifferenceLine(const std::string& relation, const Comparison& comparison,
                           const RowDifference& row, bool with_values) {
  const std::string key = DescribeKey(comparison, row);
  const std::vector<std::string> details = DetailsOf(comparison, row, with_values);
  return LogText(fmt::format("{}  {}  {}{}{}{}", relation, KindOf(row),
                             key.empty() ? "a row without key" : key, details.empty() ? "" : ": ",
                             Join(details, with_values ? "; " : ", "),
                             row.unsettled ? "  (still changing)" : "")) +
         "\n";
}

void HeldLines::Add(const std::string& relation, const Comparison& comparison,
                    const RowDifference& row) {
  relation_ = relation;
  const bool is_on_both = !row.missing() && !row.extra();
  std::string columns = is_on_both ? Join(DetailsOf(comparison, row, false), ", ") : "";
  if (row.unsettled) columns += "  (still changing)";
  lines_.emplace_back(DifferenceLine(relation, comparison, row, false), columns);
  if (is_on_both) ++rows_[columns];
}

std::string HeldLines::Take() {
  constexpr std::size_t kMany = 10;
  constexpr std::size_t kShown = 3;
  std::string text;
  std::map<std::string, std::size_t> shown;
  for (const auto& [line, columns] : lines_) {
    const auto rows = rows_.find(columns);
    if (rows == rows_.end() || rows->second <= kMany || ++shown[columns] <= kShown) text += line;
  }
  for (const auto& [columns, count] : shown) {
    text += LogText(fmt::format("{}  different  and {}: {}", relation_,
                                Counted(rows_.at(columns) - kShown, "more row"), columns)) +
            "\n";
  }
  lines_.clear();
  rows_.clear();
  return text;
}

std::string DifferenceJson(const std::string& relation, const Comparison& comparison,
                           const RowDifference& row, bool with_values) {
  const auto columns = comparison.columns.All();
  Json json = {{"relation", relation}, {"kind", KindOf(row)}};
  for (std::size_t i = 0; i < comparison.columns.key.size(); ++i) {
    json["key"][columns[i].source.name] = JsonOf(row.values()[i]);
  }
  for (const std::size_t i : DifferingColumns(row)) {
    json["columns"].push_back(columns[i].source.name);
  }
  if (row.unsettled) json["unsettled"] = true;
  if (with_values && !row.extra()) json["source"] = RowJson(columns, *row.source);
  if (with_values && !row.missing()) json["target"] = RowJson(columns, *row.target);
  return LineOf(json);
}

std::string RelationLine(const std::string& relation, const Comparison& comparison) {
  const auto& [source_rows, target_rows] = comparison.row_counts;
  const std::string lagged = comparison.converged == 0
                                 ? ""
                                 : fmt::format("; {} lagged and agreed when read again",
                                               Counted(comparison.converged, "row"));
  if (comparison.equal()) {
    return LogText(fmt::format("{}  equal: {}{}{}", relation, Counted(source_rows, "row"), lagged,
                               NotRead(comparison))) +
           "\n";
  }
  std::string line = fmt::format("{}  different: source {}, target {}; {}{}", relation,
                                 Counted(source_rows, "row"), Counted(target_rows, "row"),
                                 Describe(comparison.counts), lagged);
  for (const std::string& column : comparison.columns.missing_on_target) {
    line += fmt::format("; no column {} on the target", column);
  }
  for (const std::string& column : comparison.columns.missing_on_source) {
    line += fmt::format("; no column {} on the source", column);
  }
  return LogText(line + NotRead(comparison)) + "\n";
}

std::string RelationJson(const std::string& relation, const Comparison& comparison) {
  Json json = {{"relation", relation},
               {"equal", comparison.equal()},
               {"source_rows", comparison.row_counts.source},
               {"target_rows", comparison.row_counts.target},
               {"missing", comparison.counts.missing},
               {"extra", comparison.counts.extra},
               {"different", comparison.counts.different},
               {"converged", comparison.converged},
               {"columns_missing_on_target", comparison.columns.missing_on_target},
               {"columns_missing_on_source", comparison.columns.missing_on_source},
               {"source_digest", comparison.digests.source},
               {"target_digest", comparison.digests.target},
               {"method", comparison.method}};
  if (!comparison.foreign_partitions.empty()) json["not_read"] = comparison.foreign_partitions;
  return LineOf(json);
}

std::string FailureLine(const std::string& relation, const std::string& error, bool different) {
  return LogText(relation + (different ? "  different: " : "  could not tell: ") + error) + "\n";
}

std::string FailureJson(const std::string& relation, const std::string& error, bool different) {
  Json json = {{"relation", relation}, {"equal", different ? Json(false) : Json(nullptr)}};
  json["error"] = error;
  return LineOf(json);
}

}  // namespace gonogo
