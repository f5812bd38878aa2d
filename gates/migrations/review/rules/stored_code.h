// Code that statements run without having it in their text: functions, triggers, rules, and
// prepared statements.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/json/json.h"

namespace gonogo {

// One piece of code: a function, or a parsed statement.
struct Code {
  std::string name;     // "function f"
  std::string routine;  // a CREATE FUNCTION statement; empty: `statement` has the code
  Json statement;       // by its kind
  std::string unknown;  // why it can't be reviewed; empty: it can
};

// A function or procedure of the database.
struct StoredRoutine {
  std::string name;
  std::string language;
  std::string extension;    // empty: of none
  bool is_volatile = true;  // may write
  bool is_builtin = false;
  std::string definition;  // CREATE FUNCTION ...; empty: it has none that the review reads

  auto operator<=>(const StoredRoutine&) const = default;  // NOLINT(modernize-use-nullptr)
};

class StoredCode {
 public:
  // Begins a file: triggers and rules of earlier files belong to their tables.
  void BeginFile();

  // Adds what the database has. From then on a function that nobody has is unknown.
  void AddFromDatabase(StoredRoutine routine);

  // Remembers what the statement stores: its kind, its content, and its text.
  void Apply(const std::string& kind, const Json& statement, const std::string& text);

  // Returns what the statement runs.
  std::vector<Code> RunBy(const std::string& kind, const Json& statement) const;

 private:
  // kOwn: without the functions of extensions, and those that nobody has. Expressions of indexes
  // and defaults often call them.
  enum class Calls { kAll, kOwn };

  void AddCalls(const std::vector<std::string>& names, Calls calls, std::vector<Code>& run) const;
  void AddCall(const std::string& name, Calls calls, std::vector<Code>& run) const;
  void AddOnWrite(const Json& tree, std::vector<Code>& run) const;
  void AddExecuted(const Json& tree, std::vector<Code>& run) const;

  std::multimap<std::string, std::string> functions_;  // of files: their statements by name
  std::map<std::string, std::set<StoredRoutine>> of_database_;  // by name
  std::multimap<std::string, Json>
      on_write_;  // by table: the rule's statement, or a function's name
  std::map<std::string, Json> prepared_;
  std::set<std::string> aggregates_;  // of files
  bool knows_database_ = false;
};

}  // namespace gonogo
