// Compares both baselines with their definitions in a normal form.
#include "stages/backup/restored_answers.h"

#include <map>

#include "core/json/json.h"
#include "gates/objects/definition.h"
#include "gates/objects/object_comparison.h"

namespace gonogo {
namespace {

std::string NormalStatement(const std::string& statement) {
  return NormalForm(DefinitionKind::kStatement, statement);
}

// Returns the properties of an object, each definition in its normal form.
std::string NormalProperties(const std::string& text) {
  Json properties = ParseJson(text);
  for (auto& [name, property] : properties.items()) {
    if (!property.is_object()) continue;
    for (auto& [kind, definition] : property.items()) {
      if (definition.is_string()) definition = NormalForm(KindOf(kind), definition);
    }
  }
  return ToText(properties);
}

Rows NormalRows(Rows rows) {
  for (std::size_t column = 0; column < rows.columns.size(); ++column) {
    const std::string& name = rows.columns[column];
    const bool has_properties = name == "properties";
    if (!has_properties && !name.ends_with("statement")) continue;
    for (auto& row : rows.values) {
      Value& value = row[column];
      if (value) value = has_properties ? NormalProperties(*value) : NormalStatement(*value);
    }
  }
  return rows;
}

// Returns the baseline in its normal form. `originals` gets the statement of each question.
Baseline NormalBaseline(const Baseline& baseline, std::map<std::string, std::string>& originals) {
  Baseline normal;
  for (const auto& [question, rows] : baseline.answers) {
    const std::string statement = NormalStatement(question.statement);
    originals.emplace(statement, question.statement);
    normal.answers[{statement, question.values}] = NormalRows(rows);
  }
  return normal;
}

}  // namespace

std::vector<std::string> AnswersThatDiffer(const Baseline& before, const Baseline& after) {
  std::map<std::string, std::string> originals;
  const Baseline one = NormalBaseline(before, originals);
  const Baseline other = NormalBaseline(after, originals);
  std::vector<std::string> statements = DifferentAnswers(one, other);
  for (std::string& statement : statements) statement = originals.at(statement);
  return statements;
}

}  // namespace gonogo
