// A server prints keywords in upper case, quotes each identifier that isn't lower case, and writes
// brackets around each operation. So brackets alone show how an expression is built.
#include "gates/parser/sql_tokens.h"

#include <algorithm>
#include <optional>
#include <span>

namespace gonogo {
namespace {

bool IsSpace(char c) { return std::string_view(" \t\r\n\f\v").find(c) != std::string_view::npos; }
bool IsNumeral(char c) { return c >= '0' && c <= '9'; }
bool IsOperator(char c) {
  return std::string_view("+-*/<>=~!@#%^&|`?:").find(c) != std::string_view::npos;
}

bool IsWord(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || IsNumeral(c) ||
         byte == '_' || byte == '$' || byte >= 0x80;
}

std::size_t EndOfQuotes(std::string_view sql, std::size_t at) {
  const char quote = sql[at++];
  while (at < sql.size()) {
    if (sql[at++] != quote) continue;
    if (at == sql.size() || sql[at] != quote) return at;
    ++at;
  }
  return at;
}

// Returns the end of $tag$...$tag$, or nothing if the text at `at` is something else.
std::optional<std::size_t> EndOfDollarQuotes(std::string_view sql, std::size_t at) {
  std::size_t end = at + 1;
  while (end < sql.size() && sql[end] != '$' && IsWord(sql[end])) ++end;
  if (end >= sql.size() || sql[end] != '$') return {};
  const std::string_view tag = sql.substr(at, end + 1 - at);
  const std::size_t closing = sql.find(tag, end + 1);
  return closing == std::string_view::npos ? sql.size() : closing + tag.size();
}

template <typename Predicate>
std::size_t EndOf(std::string_view sql, std::size_t at, Predicate belongs) {
  while (at < sql.size() && belongs(sql[at])) ++at;
  return at;
}

std::size_t EndOfToken(std::string_view sql, std::size_t at) {
  const char c = sql[at];
  if (c == '\'' || c == '"') return EndOfQuotes(sql, at);
  if (c == '$') {
    if (const auto end = EndOfDollarQuotes(sql, at)) return *end;
  }
  if (IsNumeral(c)) return EndOf(sql, at, [](char d) { return IsWord(d) || d == '.'; });
  if (IsWord(c)) {
    const std::size_t end = EndOf(sql, at, IsWord);
    const bool is_prefix = end == at + 1 && end < sql.size() && sql[end] == '\'';  // E'\\'
    return is_prefix ? EndOfQuotes(sql, end) : end;
  }
  return IsOperator(c) ? EndOf(sql, at, IsOperator) : at + 1;
}

// Returns true if the quoted identifier would need no quotes if it weren't a keyword.
bool HasKeywordQuotes(std::string_view token) {
  if (token.size() < 3 || token.front() != '"') return false;
  const std::string_view name = token.substr(1, token.size() - 2);
  const auto is_plain = [](char c) {
    return (c >= 'a' && c <= 'z') || c == '_' || c == '$' || IsNumeral(c);
  };
  return std::ranges::all_of(name, is_plain) && !IsNumeral(name[0]) && name[0] != '$';
}

// "char" is a type, and char another one.
std::string_view WithoutQuotes(std::string_view token) {
  if (!HasKeywordQuotes(token) || token == "\"char\"") return token;
  return token.substr(1, token.size() - 2);
}

// A token, or the tokens between two brackets.
struct Node {
  std::string text;  // of a group: its opening bracket
  std::vector<Node> inside;

  bool IsGroup(std::string_view bracket) const { return text == bracket; }
  bool operator==(const Node&) const = default;
};

using Nodes = std::vector<Node>;

// Reads up to the bracket that closes the group, and moves `tokens` behind it.
Nodes ReadNodes(std::span<const std::string_view>& tokens) {
  Nodes nodes;
  while (!tokens.empty()) {
    const std::string_view token = tokens.front();
    tokens = tokens.subspan(1);
    if (token == ")" || token == "]") break;
    Node& node = nodes.emplace_back(Node{std::string(WithoutQuotes(token)), {}});
    if (token == "(" || token == "[") node.inside = ReadNodes(tokens);
  }
  return nodes;
}

// Splits the nodes at each separator.
std::vector<Nodes> SplitAt(const Nodes& nodes, std::string_view separator) {
  std::vector<Nodes> parts(1);
  for (const Node& node : nodes) {
    if (node.text == separator) {
      parts.emplace_back();
    } else {
      parts.back().push_back(node);
    }
  }
  return parts;
}

bool Contains(const Nodes& nodes, std::string_view text) {
  return std::ranges::find(nodes, text, &Node::text) != nodes.end();
}

// Replaces operands that are lists of the same operation by their operands.
Nodes Flattened(const Nodes& nodes, std::string_view operation, std::string_view other) {
  const auto is_list = [&](const Nodes& list) {
    return Contains(list, operation) && !Contains(list, other);
  };
  if (!is_list(nodes)) return nodes;
  Nodes flat;
  for (const Nodes& operand : SplitAt(nodes, operation)) {
    if (!flat.empty()) flat.push_back({std::string(operation), {}});
    const bool nested =
        operand.size() == 1 && operand[0].IsGroup("(") && is_list(operand[0].inside);
    const Nodes& added = nested ? operand[0].inside : operand;
    flat.insert(flat.end(), added.begin(), added.end());
  }
  return flat;
}

// Returns the number of nodes of the cast that begins at `nodes`: ::type[]
std::size_t LengthOfArrayCast(std::span<const Node> nodes) {
  if (nodes.empty() || nodes[0].text != "::") return 0;
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    if (nodes[i].IsGroup("[")) return nodes[i].inside.empty() ? i + 1 : 0;
    if (!nodes[i].IsGroup("(") && nodes[i].text != "." && !IsWord(nodes[i].text[0]) &&
        nodes[i].text[0] != '"')
      return 0;
  }
  return 0;
}

// Writes (ARRAY[a, b])::type[] as ARRAY[(a)::type, (b)::type].
Nodes WithCastElements(const Nodes& nodes) {
  Nodes cast;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Nodes& inside = nodes[i].inside;
    const bool is_array = nodes[i].IsGroup("(") && inside.size() == 2 &&
                          inside[0].text == "ARRAY" && inside[1].IsGroup("[");
    const std::size_t length = is_array ? LengthOfArrayCast(std::span(nodes).subspan(i + 1)) : 0;
    if (length == 0) {
      cast.push_back(nodes[i]);
      continue;
    }
    Node elements{"[", {}};
    for (const Nodes& element : SplitAt(inside[1].inside, ",")) {
      if (!elements.inside.empty()) elements.inside.push_back({",", {}});
      elements.inside.push_back({"(", element});
      const auto type = nodes.begin() + static_cast<std::ptrdiff_t>(i) + 1;
      elements.inside.insert(elements.inside.end(), type,
                             type + static_cast<std::ptrdiff_t>(length) - 1);
    }
    cast.push_back(inside[0]);
    cast.push_back(std::move(elements));
    i += length;
  }
  return cast;
}

Nodes Normal(Nodes nodes) {
  for (Node& node : nodes) node.inside = Normal(std::move(node.inside));
  return WithCastElements(Flattened(Flattened(nodes, "AND", "OR"), "OR", "AND"));
}

void Print(const Nodes& nodes, std::string& text) {
  for (const Node& node : nodes) {
    text += node.text;
    text += ' ';
    Print(node.inside, text);
    if (node.IsGroup("(")) text += ") ";
    if (node.IsGroup("[")) text += "] ";
  }
}

}  // namespace

std::vector<std::string_view> SqlTokens(std::string_view sql) {
  std::vector<std::string_view> tokens;
  std::size_t at = 0;
  while (at < sql.size()) {
    if (IsSpace(sql[at])) {
      ++at;
      continue;
    }
    const std::size_t end = EndOfToken(sql, at);
    tokens.push_back(sql.substr(at, end - at));
    at = end;
  }
  return tokens;
}

std::string WithoutKeywordQuotes(std::string_view sql) {
  std::string without;
  std::vector<std::string_view> tokens = SqlTokens(sql);
  const char* copied = sql.data();
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool is_schema_of_json = i + 2 < tokens.size() && tokens[i] == "pg_catalog" &&
                                   tokens[i + 1] == "." && WithoutQuotes(tokens[i + 2]) == "json";
    without.append(copied, tokens[i].data());
    if (is_schema_of_json) i += 2;
    without += WithoutQuotes(tokens[i]);
    copied = tokens[i].data() + tokens[i].size();
  }
  return without.append(copied, sql.data() + sql.size());
}

std::string WithoutDefaults(std::string_view sql) {
  if (sql.find("NO INDENT") == std::string_view::npos) return std::string(sql);
  const std::vector<std::string_view> tokens = SqlTokens(sql);
  std::string without;
  const char* copied = sql.data();
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (tokens[i - 1] != "NO" || tokens[i] != "INDENT") continue;
    without.append(copied, tokens[i - 1].data());
    copied = tokens[i].data() + tokens[i].size();
  }
  return without.append(copied, sql.data() + sql.size());
}

std::string NormalTokens(std::string_view sql) {
  const std::string without = WithoutDefaults(sql);
  const std::vector<std::string_view> tokens = SqlTokens(without);
  std::span<const std::string_view> rest(tokens);
  std::string text;
  while (!rest.empty()) {
    Print(Normal(ReadNodes(rest)), text);
    if (!rest.empty()) text += ") ";  // a bracket that nothing opens
  }
  return text;
}

}  // namespace gonogo
