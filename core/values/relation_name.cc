// Splits schema and relation at the first dot outside double quotes, relation and column at the
// last. Any text is a name; if there is no such relation, the server reports it.
#include "core/values/relation_name.h"

#include "core/json/json.h"

namespace gonogo {
namespace {

std::string Quoted(const std::string& name) {
  const bool plain = !name.empty() && name.find_first_of(".\"") == std::string::npos;
  return plain ? name : QuoteIdentifier(name);
}

}  // namespace

std::string QuoteIdentifier(std::string_view name) {
  std::string quoted = "\"";
  for (const char c : name) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

std::string Unquoted(std::string_view part) {
  if (part.size() < 2 || part.front() != '"' || part.back() != '"') return std::string(part);
  std::string name;
  for (std::size_t i = 1; i + 1 < part.size(); ++i) {
    name += part[i];
    if (part[i] == '"' && part[i + 1] == '"') ++i;
  }
  return name;
}

RelationName ParseRelationName(std::string_view text) {
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (text[i] == '.' && !quoted) {
      return {Unquoted(text.substr(0, i)), Unquoted(text.substr(i + 1))};
    }
  }
  return {"public", Unquoted(text)};
}

std::optional<ColumnName> ParseColumnName(std::string_view text) {
  std::optional<std::size_t> last;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (text[i] == '.' && !quoted) last = i;
  }
  if (!last) return std::nullopt;
  return ColumnName{ParseRelationName(text.substr(0, *last)), Unquoted(text.substr(*last + 1))};
}

std::string QuotedName(const RelationName& relation) {
  return Quoted(relation.schema) + "." + Quoted(relation.name);
}

std::string Normalised(std::string_view text) { return QuotedName(ParseRelationName(text)); }

std::string JsonListOf(const std::vector<RelationName>& relations) {
  Json list = Json::array();
  for (const RelationName& relation : relations) {
    list.push_back({{"schema", relation.schema}, {"name", relation.name}});
  }
  return ToParameter(list);
}

}  // namespace gonogo
