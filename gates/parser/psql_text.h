// Splits a script into statements as psql does, and removes what psql or a migration tool replaces
// before the server sees it.
#pragma once

#include <string>
#include <vector>

namespace gonogo {

// One statement of a script, without its semicolon: bytes of its text.
struct ScriptPart {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// A backslash command that runs what isn't in the text.
struct PsqlCommand {
  int line = 0;
  std::string does;       // "runs a program"
  std::string file = {};  // that it runs, for \i and \ir
};

// What \if, \elif, \else, \endif and \connect do to the statements after them.
struct PsqlTurn {
  enum class Kind { kIf, kElse, kEndIf, kConnect };
  Kind kind = Kind::kIf;
  std::size_t at = 0;  // its byte
  int line = 0;
  bool is_in_statement = false;  // a part of one depends on it
};

struct PsqlText {
  std::string sql;  // as long as the text; blanks stand for what isn't SQL
  std::vector<ScriptPart> parts;
  int commands = 0;    // backslash commands, each with its line
  int data_lines = 0;  // lines after COPY ... FROM stdin
  std::vector<PsqlCommand> running;
  std::vector<PsqlCommand> filling;  // that set variables to what isn't in the text
  std::vector<PsqlTurn> turns;
};

PsqlText SplitAsPsql(const std::string& text);

// Returns the words outside quotes and comments, in upper case.
std::vector<std::string> WordsOfSql(const std::string& sql);

}  // namespace gonogo
