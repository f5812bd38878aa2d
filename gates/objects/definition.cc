// Makes each kind of definition a statement that the parser can read.
#include "gates/objects/definition.h"

#include <algorithm>
#include <array>

#include "gates/parser/normal_tree.h"
#include "gates/parser/sql_tokens.h"

namespace gonogo {
namespace {

struct KindInSql {
  std::string_view word;
  DefinitionKind kind;
  std::string_view before;  // a statement begins so
  std::string_view after;
};

constexpr std::array kKinds = {
    KindInSql{"name", DefinitionKind::kName, "", ""},
    KindInSql{"expression", DefinitionKind::kExpression, "SELECT ", ""},
    KindInSql{"statement", DefinitionKind::kStatement, "", ""},
    KindInSql{"query", DefinitionKind::kStatement, "", ""},
    KindInSql{"constraint", DefinitionKind::kConstraint, "ALTER TABLE t ADD ", ""},
    KindInSql{"index", DefinitionKind::kIndex, "CREATE INDEX ON t USING ", ""},
    KindInSql{"key", DefinitionKind::kKey, "CREATE TABLE t () PARTITION BY ", ""},
    KindInSql{"bound", DefinitionKind::kBound, "ALTER TABLE t ATTACH PARTITION p ", ""},
    KindInSql{"arguments", DefinitionKind::kArguments, "CREATE FUNCTION f(",
              ") RETURNS text LANGUAGE sql AS ''"},
};

std::string StatementOf(const KindInSql& kind, const std::string& text) {
  return std::string(kind.before).append(WithoutDefaults(text)).append(kind.after);
}

}  // namespace

DefinitionKind KindOf(std::string_view word) {
  constexpr std::string_view kUnshown = "unshown_";
  if (word.starts_with(kUnshown)) word.remove_prefix(kUnshown.size());
  const auto found = std::ranges::find(kKinds, word, &KindInSql::word);
  return found == kKinds.end() ? DefinitionKind::kText : found->kind;
}

std::string NormalForm(DefinitionKind kind, const std::string& text) {
  if (kind == DefinitionKind::kText) return text;
  if (kind == DefinitionKind::kName) return WithoutKeywordQuotes(text);
  const KindInSql& known = *std::ranges::find(kKinds, kind, &KindInSql::kind);
  const auto tree = NormalTree(StatementOf(known, text));
  return tree ? ToText(*tree) : NormalTokens(text);
}

std::string WithQualifiedColumns(DefinitionKind kind, const std::string& text,
                                 const RelationName& around, const NewName& new_name) {
  if (kind == DefinitionKind::kText || kind == DefinitionKind::kName) return text;
  const KindInSql& known = *std::ranges::find(kKinds, kind, &KindInSql::kind);
  const std::string statement = std::string(known.before).append(text).append(known.after);
  const std::string qualified = WithQualifiedColumns(statement, around, new_name);
  const std::size_t length = qualified.size() - known.before.size() - known.after.size();
  return qualified.substr(known.before.size(), length);
}

bool AreSame(DefinitionKind kind, const std::string& one, const std::string& other) {
  return one == other || NormalForm(kind, one) == NormalForm(kind, other);
}

}  // namespace gonogo
