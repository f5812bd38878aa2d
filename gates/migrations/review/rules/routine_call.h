// How applications call a routine, for what takes its place: functions may share a name.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/json/json.h"

namespace gonogo {

struct RoutineCall {
  std::vector<std::string> types;  // of the arguments that go in: "int4", "text[]"
  std::size_t required = 0;        // as many must be given
  bool takes_more = false;         // the last argument is VARIADIC

  // The types, as they tell functions with the same name apart: "(int4, text)".
  std::string Signature() const;
};

// Returns how a routine is called that a statement makes, or gives its name to; nothing for other
// statements, and for aggregates in the syntax of before PostgreSQL 8.2. `kind` and `statement` are
// its kind ("CreateFunctionStmt") and content in the parse tree.
std::optional<RoutineCall> CallOf(const std::string& kind, const Json& statement);

// Returns how the routine of an "ObjectWithArgs" is called; nothing if it names no arguments.
std::optional<RoutineCall> CallOfObject(const Json& object);

// Returns true if the server finds the routine `now` for each call of `before`: with as many
// arguments, of the same types or of such as those become by themselves. Other types than the most
// used ones of PostgreSQL may be domains, and take everything but an array.
bool Takes(const RoutineCall& now, const RoutineCall& before);

}  // namespace gonogo
