// The names that the statements of a file take away and give. A name that is given again breaks
// nobody, and neither does one that the file itself has made.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/json/json.h"
#include "gates/migrations/review/rules/routine_call.h"

namespace gonogo {

// What one statement does with names: "table public.a", "column public.a.b", "type public.mood",
// "routine public.f(int4)".
struct NameChanges {
  std::vector<std::string> taken;
  std::vector<std::string> given;
  bool may_exist = false;  // something may have had the given names before
};

// Returns the names, String nodes from the schema on, of an object that is dropped, renamed or
// moved: a type, a routine with its arguments, or anything else that a list names.
const Json& NamesIn(const Json& object);

// Returns the changes of a statement: its kind ("RenameStmt") and content in the parse tree.
NameChanges NameChangesOf(const std::string& kind, const Json& statement);

class NamesOfFile {
 public:
  // Begins a file with its statements, each by its kind as in SqlStatement::tree; null: can't be
  // parsed.
  void Begin(const std::vector<Json>& statements);
  // Ends the statement before, and begins the next one.
  void Next() { ++now_; }

  // Notes what a statement has done.
  void Apply(const std::string& kind, const Json& statement);

  // Returns true if a statement after this one gives the name.
  bool IsGivenLater(const std::string& name) const;
  // Returns true if another routine of this file can be called as this one, an "ObjectWithArgs":
  // one that is there already, or comes later. Also if the file itself has made this one.
  bool CanBeCalledAs(const Json& object) const;
  // Returns true if a statement before this one took the name away.
  bool WasTaken(const std::string& name) const { return taken_.contains(name); }
  // Returns true if a statement before this one dropped a trigger, or a table, which may have some.
  bool HasDroppedTriggers() const { return has_dropped_triggers_; }
  // Returns true if a statement before this one gave the name, and nothing had it before the file.
  bool IsNew(const std::string& name) const { return new_names_.contains(name); }
  // Returns true if a statement before this one made what has the name now.
  bool IsMadeHere(const std::string& name) const { return made_.contains(name); }

 private:
  struct Given {
    std::size_t at = 0;  // number of the statement
    std::string name;
    std::optional<RoutineCall> call;  // nothing: no routine, or one that doesn't tell
  };

  std::size_t now_ = 0;                              // number of the statement, from 1
  std::map<std::string, std::vector<Given>> given_;  // by name; routines without their arguments
  std::set<std::string> taken_;
  std::set<std::string> existed_;  // before the file
  std::set<std::string> new_names_;
  std::set<std::string> made_;
  bool has_dropped_triggers_ = false;
};

}  // namespace gonogo
