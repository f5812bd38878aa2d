// Names are words that servers, dumps and readers of SQL get wrong.
#include "tests/support/schemas/schema_draft.h"

#include "core/values/relation_name.h"

namespace gonogo::testing_support {
namespace {

// Some are words that only some majors reserve.
const std::vector<std::string>& OddWords() {
  static const std::vector<std::string> words = {
      "order",
      "json",
      "json_array",
      "json_object",
      "merge_action",
      "Mixed Case",
      "with\"quote",
      "ünï",
      "a-b.c",
      "value",
      "lateral",
      "plain",
      "xmltable",
      "x%s",
      "it's",
      "back\\slash",
      "$1",
      "日本語の表",
      " blank ",
      "/* no comment",
      "-- none",
      "two\nlines",
      "a name that is as long as a name of PostgreSQL may be: 63 bytes"};
  return words;
}

}  // namespace

void SchemaDraft::AddWithLiteral(const std::string& what, const std::string& definition,
                                 const std::string& drop) {
  schema.sql += definition + ";\n";
  const std::string changed = WithAnotherLiteral(definition, random);
  schema.damages.push_back({what, drop.empty() ? changed : drop + "; " + changed});
}

std::string SchemaDraft::Name() {
  const std::vector<std::string>& words = OddWords();
  const std::size_t number = names_++;
  const std::string& word = words[(number + first_name_) % words.size()];
  return QuoteIdentifier(number < words.size() ? word : fmt::format("{}{:.40}", number, word));
}

std::string SchemaDraft::SchemaOf(const std::string& qualified) const {
  for (const std::string& name : schemas) {
    if (qualified.starts_with(name + ".")) return name;
  }
  return "public";
}

std::string SchemaDraft::Truth(int depth) {
  return fmt::format("({} AND id <> {})", RandomExpressions(random, columns).Truth(depth),
                     1000 + random.Below(4000));
}

std::string DoubledQuotes(std::string text) {
  for (std::size_t at = 0; (at = text.find('\'', at)) != std::string::npos; at += 2) {
    text.insert(at, 1, '\'');
  }
  return text;
}

}  // namespace gonogo::testing_support
