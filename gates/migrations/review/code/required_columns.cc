// As in code_files.cc, a place counts by the words of the tools' own functions. A call's first text
// or symbol is the table's name, in Django the model's.
#include "gates/migrations/review/code/required_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "core/text/text.h"
#include "gates/migrations/review/code/code_words.h"

namespace gonogo {
namespace {

struct Addition {
  std::string_view word;  // adds a column, or begins what adds some
  Words refusing;         // what refuses NULL; empty: the call does by itself
  Words sparing;          // what leaves applications alone that don't know the column
  bool in_block = false;  // each statement of its block may add one
};

struct Tool {
  std::string_view name;
  std::string_view creating;  // creates a table
  std::vector<Addition> additions;
};

// Django fills the rows with the field's default, and leaves none in the database.
const std::vector<Tool>& Tools() {
  static const Words kNoNull = {"null: false", ":null => false"};
  static const Words kNull = {"null: true", ":null => true", "default:", ":default =>"};
  static const Words kDefault = {"default:", ":default =>"};
  static const Words kNotNullable = {".notNullable(", ".notNull("};
  static const Words kDefaultTo = {".defaultTo(", ".alter("};
  static const std::vector<Tool> tools = {
      {"rails",
       "create_table",
       {{"add_column", kNoNull, kDefault},
        {"add_reference", kNoNull, kDefault},
        {"add_belongs_to", kNoNull, kDefault},
        {"add_timestamps", {}, kNull},
        {"change_table", kNoNull, {"default:", ":default =>", ".change"}, true},
        {"change_table", {".timestamps"}, kNull, true}}},
      {"alembic",
       "create_table",
       {{"add_column", {"nullable=False", "nullable = False"}, {"server_default", "Computed("}}}},
      {"django",
       "CreateModel",
       {{"AddField",
         {},
         {"null=True", "null = True", "db_default", "ManyToManyField", "GeneratedField"}}}},
      {"knex",
       "createTable",
       {{"alterTable", kNotNullable, kDefaultTo, true},
        {"schema.table", kNotNullable, kDefaultTo, true}}}};
  return tools;
}

std::size_t AfterBlanks(std::string_view code, std::size_t at) {
  return std::min(code.find_first_not_of(" \t\r\n", at), code.size());
}

// Returns the call with its block: in parentheses, on the same line, or up to the `end` that is
// indented as its line.
std::string_view BlockOf(std::string_view code, std::size_t begin) {
  const std::string_view rest = code.substr(begin, code.find('\n', begin) - begin);
  if (!Trim(rest).ends_with('|')) {
    return code.substr(begin, std::max(rest.size(), ArgumentsOf(code, begin).size()));
  }
  const std::size_t line = code.rfind('\n', begin) + 1;
  const std::size_t indent = code.find_first_not_of(" \t", line) - line;
  const std::string end = "\n" + std::string(code.substr(line, indent)) + "end";
  return code.substr(begin, std::min(code.find(end, begin), code.size()) - begin);
}

// Returns the first text or symbol, in lower case, as Django compares models.
std::string FirstName(std::string_view arguments) {
  const std::size_t begin = std::min(arguments.find_first_of("'\"`:"), arguments.size());
  const std::size_t end =
      std::min(arguments.find_first_of("'\"`,) \r\n", begin + 1), arguments.size());
  if (begin >= end) return "";
  return InLowerCase(arguments.substr(begin + 1, end - begin - 1));
}

std::set<std::string> CreatedTables(std::string_view word, const std::string& code) {
  std::set<std::string> tables;
  ForEachWord(code, word,
              [&](std::size_t end) { tables.insert(FirstName(ArgumentsOf(code, end))); });
  return tables;
}

bool Refuses(std::string_view code, const Addition& addition) {
  return (addition.refusing.empty() || HasAny(code, addition.refusing)) &&
         !HasAny(code, addition.sparing);
}

// Returns where the statement ends: at a semicolon, or a line whose next doesn't go on with a dot
// or after a comma.
std::size_t EndOfStatement(std::string_view code, std::size_t begin) {
  for (std::size_t at = begin; at < code.size(); ++at) {
    if (code[at] == ';') return at;
    if (code[at] != '\n' || (at > begin && code[at - 1] == ',')) continue;
    const std::size_t next = AfterBlanks(code, at);
    if (next == code.size() || code[next] != '.') return at;
  }
  return code.size();
}

// Returns where the call adds such a column, or in its block each statement that does.
std::vector<std::size_t> PlacesIn(std::string_view call, const Addition& addition) {
  std::vector<std::size_t> places;
  for (std::size_t at = 0; at < call.size();) {
    const std::size_t end = addition.in_block ? EndOfStatement(call, at) : call.size();
    if (Refuses(call.substr(at, end - at), addition)) places.push_back(at);
    at = end + 1;
  }
  return places;
}

Violation Required(std::string_view code, std::size_t at, std::string_view word) {
  return {.rule = "breaks_application",
          .problem = fmt::format("adds a column ({}) that refuses NULL and has no default in the "
                                 "database: an application that doesn't know it fails",
                                 word),
          .advice =
              "a default in the database, or a column that may be NULL until every "
              "application fills it",
          .line = LineOf(code, at)};
}

}  // namespace

std::vector<Violation> RequiredColumns(const std::string& tool, const std::string& forward) {
  std::vector<Violation> violations;
  const auto found = std::ranges::find(Tools(), tool, &Tool::name);
  if (found == Tools().end()) return violations;
  const std::string_view code = forward;
  const std::set<std::string> created = CreatedTables(found->creating, forward);
  for (const Addition& addition : found->additions) {
    ForEachWord(forward, addition.word, [&](std::size_t end) {
      const std::string_view call = addition.in_block ? BlockOf(code, end) : ArgumentsOf(code, end);
      if (created.contains(FirstName(call))) return;
      for (const std::size_t place : PlacesIn(call, addition)) {
        violations.push_back(Required(code, end + AfterBlanks(call, place), addition.word));
      }
    });
  }
  return violations;
}

}  // namespace gonogo
