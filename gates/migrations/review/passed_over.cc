// Where text can't be parsed, nobody knows where a string ends. So words inside quotes count, too.
#include "gates/migrations/review/passed_over.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>

#include "core/text/text.h"
#include "gates/parser/placeholders.h"

namespace gonogo {
namespace {

std::string WithoutQuotes(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return c == '\'' || c == '"' || c == '$'; }, ' ');
  return text;
}

// The mark of a tool that begins a part of a file.
struct Marker {
  std::string tool;  // empty: no mark
  bool is_down = false;
};

// Reads a line in lower case and without blanks. MyBatis has a comment where others have an up
// mark.
Marker MarkerIn(const std::string& line) {
  std::string marker;
  for (const char c : line) {
    if (c != ' ' && c != '\t' && c != '\r') {
      marker += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
  }
  for (const std::string tool : {"--migrate:", "--+goose", "--+migrate"}) {
    if (marker.starts_with(tool + "up")) return {tool, false};
    if (marker.starts_with(tool + "down")) return {tool, true};
  }
  if (marker.starts_with("--//@undo")) return {"--//", true};
  return marker.starts_with("--//") ? Marker{"--//", false} : Marker{};
}

std::vector<std::string> PlaceholdersIn(const SqlScript& script) {
  std::set<std::string> names;
  for (const SqlStatement& statement : script.statements) {
    for (const auto& [name, placeholder] : statement.placeholders) names.insert(placeholder);
  }
  return {names.begin(), names.end()};
}

}  // namespace

std::string WithoutDownParts(const std::string& text) {
  std::vector<std::string> lines = Split(text, '\n');
  std::set<std::string> forward;  // the tools whose parts to go forward have begun
  bool is_down = false;
  for (std::string& line : lines) {
    const Marker marker = MarkerIn(line);
    if (!marker.tool.empty() && !marker.is_down) forward.insert(marker.tool);
    if (forward.contains(marker.tool)) is_down = marker.is_down;
    if (is_down) line.clear();
  }
  return Join(lines, "\n");
}

std::vector<Violation> RunningCommands(const PsqlText& text,
                                       const std::vector<std::string>& files) {
  std::vector<Violation> found;
  for (const PsqlCommand& command : text.running) {
    const auto is_that = [&](const std::string& name) {
      return name == command.file || name.ends_with("/" + command.file);
    };
    if (!command.file.empty() && std::ranges::any_of(files, is_that)) continue;
    found.push_back({.rule = "not_reviewed",
                     .problem = command.does + ", which isn't in the text",
                     .advice = "SQL in a file of the folder",
                     .line = command.line});
  }
  return found;
}

std::vector<Violation> UnknownParts(const PsqlText& text, const SqlScript& script) {
  std::vector<Violation> found;
  std::vector<std::string> names = PlaceholdersIn(script);
  std::erase_if(names, [](const std::string& name) {
    return !name.starts_with(":") || std::string("'\"{").find(name[1]) != std::string::npos;
  });
  for (const PsqlCommand& command : text.filling) {
    if (names.empty()) break;
    found.push_back(
        {.rule = "not_reviewed",
         .problem = fmt::format("{}, and {} may be any SQL", command.does, Join(names, ", ")),
         .advice = ":'name' for a value, :\"name\" for a name",
         .line = command.line});
  }
  for (const PsqlTurn& turn : text.turns) {
    if (!turn.is_in_statement || turn.kind == PsqlTurn::Kind::kConnect) continue;
    found.push_back({.rule = "not_reviewed",
                     .problem = "lets \\if choose a part of a statement",
                     .advice = "whole statements between \\if and \\endif",
                     .line = turn.line});
  }
  return found;
}

std::vector<std::string> PassedOver(const std::string& file, const PsqlText& text,
                                    const SqlScript& script) {
  std::vector<std::string> notes;
  if (text.commands > 0 || text.data_lines > 0) {
    notes.push_back(fmt::format("{}: for psql, not reviewed: {}, {}", file,
                                Counted(text.commands, "command"),
                                Counted(text.data_lines, "line") + " of data"));
  }
  const std::vector<std::string> placeholders = PlaceholdersIn(script);
  if (!placeholders.empty()) {
    notes.push_back(
        fmt::format("{}: reviewed without the values of {}", file, Join(placeholders, ", ")));
  }
  if (script.statements.empty()) notes.push_back(file + " has no statements");
  return notes;
}

std::string WithPlaceholders(std::string text, const SqlStatement& statement) {
  for (const auto& [name, placeholder] : statement.placeholders) {
    for (std::size_t at = text.find(name); at != std::string::npos;
         at = text.find(name, at + placeholder.size())) {
      text.replace(at, name.size(), placeholder);
    }
  }
  return text;
}

bool IsOnlyPlaceholder(const SqlStatement& statement) {
  std::map<std::string, std::string> names;
  const std::string replaced = WithoutPlaceholders(statement.text, names);
  return names.size() == 1 && Trim(replaced) == names.begin()->first;
}

std::vector<std::string> LosingWords(const std::string& text) {
  static const std::set<std::string> dropped = {"TABLE",  "SCHEMA",   "DATABASE",  "COLUMN", "TYPE",
                                                "DOMAIN", "SEQUENCE", "EXTENSION", "OWNED"};
  const std::vector<std::string> words = WordsOfSql(WithoutQuotes(text));
  std::vector<std::string> found;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string next = i + 1 < words.size() ? words[i + 1] : "";
    std::string losing;
    if (words[i] == "DROP" && dropped.contains(next)) losing = "DROP " + next;
    if (words[i] == "DELETE" && next == "FROM") losing = "DELETE FROM";
    if (words[i] == "TRUNCATE") losing = words[i];
    if (!losing.empty() && std::ranges::find(found, losing) == found.end()) found.push_back(losing);
  }
  return found;
}

}  // namespace gonogo
