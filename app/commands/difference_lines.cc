// One vocabulary with the gate: missing is what the target lacks, extra what the source lacks.
#include "app/commands/difference_lines.h"

#include "core/text/json.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

std::string KindOf(const RowDifference& row) {
  if (row.missing()) return "missing";
  return row.extra() ? "extra" : "different";
}

Json JsonOf(const Value& value) { return value ? Json(*value) : Json(nullptr); }

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

std::string LineOf(const Json& json) { return ToText(json) + "\n"; }

}  // namespace

std::string DifferenceLine(const std::string& relation, const Comparison& comparison,
                           const RowDifference& row, bool values) {
  const std::string key = KeyInWords(comparison, row);
  std::string line =
      relation + "  " + KindOf(row) + "  " + (key.empty() ? "a row without key" : key);
  const auto columns = comparison.columns.All();
  std::vector<std::string> words;
  if (row.missing() || row.extra()) {
    for (std::size_t i = comparison.columns.key.size(); values && i < columns.size(); ++i) {
      words.push_back(columns[i].source.name + " " + ShownValue(row.values()[i]));
    }
  }
  for (const std::size_t i : DifferingColumns(row)) {
    const std::string& name = columns[i].source.name;
    words.push_back(values ? name + " " + ShownValue((*row.target)[i]) + ", want " +
                                 ShownValue((*row.source)[i])
                           : name);
  }
  if (!words.empty()) line += ": " + Join(words, values ? "; " : ", ");
  if (row.unsettled) line += "  (still changing)";
  return Printable(line) + "\n";
}

std::string DifferenceJson(const std::string& relation, const Comparison& comparison,
                           const RowDifference& row, bool values) {
  const auto columns = comparison.columns.All();
  Json json = {{"relation", relation}, {"kind", KindOf(row)}};
  for (std::size_t i = 0; i < comparison.columns.key.size(); ++i) {
    json["key"][columns[i].source.name] = JsonOf(row.values()[i]);
  }
  for (const std::size_t i : DifferingColumns(row)) {
    json["columns"].push_back(columns[i].source.name);
  }
  if (row.unsettled) json["unsettled"] = true;
  if (values && !row.extra()) json["source"] = RowJson(columns, *row.source);
  if (values && !row.missing()) json["target"] = RowJson(columns, *row.target);
  return LineOf(json);
}

std::string RelationLine(const std::string& relation, const Comparison& comparison) {
  std::string line = relation + "  ";
  const std::string lagged =
      comparison.converged == 0
          ? ""
          : "; " + Counted(comparison.converged, "row") + " lagged and agreed when read again";
  if (comparison.equal()) {
    return Printable(line + "equal: " + Counted(comparison.source_rows, "row") + lagged) + "\n";
  }
  line += "different: source " + Counted(comparison.source_rows, "row") + ", target " +
          Counted(comparison.target_rows, "row") + "; " + Describe(comparison.counts) + lagged;
  for (const std::string& column : comparison.columns.missing_on_target) {
    line += "; no column " + column + " on the target";
  }
  for (const std::string& column : comparison.columns.missing_on_source) {
    line += "; no column " + column + " on the source";
  }
  return Printable(line) + "\n";
}

std::string RelationJson(const std::string& relation, const Comparison& comparison) {
  return LineOf({{"relation", relation},
                 {"equal", comparison.equal()},
                 {"source_rows", comparison.source_rows},
                 {"target_rows", comparison.target_rows},
                 {"missing", comparison.counts.missing},
                 {"extra", comparison.counts.extra},
                 {"different", comparison.counts.different},
                 {"converged", comparison.converged},
                 {"columns_missing_on_target", comparison.columns.missing_on_target},
                 {"columns_missing_on_source", comparison.columns.missing_on_source},
                 {"source_digest", comparison.source_digest},
                 {"target_digest", comparison.target_digest},
                 {"method", comparison.method}});
}

std::string FailureLine(const std::string& relation, const std::string& error, bool different) {
  return Printable(relation + (different ? "  different: " : "  could not tell: ") + error) + "\n";
}

std::string FailureJson(const std::string& relation, const std::string& error, bool different) {
  Json json = {{"relation", relation}, {"equal", different ? Json(false) : Json(nullptr)}};
  json["error"] = error;
  return LineOf(json);
}

}  // namespace gonogo
