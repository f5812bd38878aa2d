// The casts are the implicit ones of pg_cast, between types that applications use.
#include "gates/migrations/review/rules/routine_call.h"

#include <algorithm>
#include <set>

#include "core/text/text.h"
#include "gates/migrations/review/rules/column_types.h"

namespace gonogo {
namespace {

std::string NameWithArray(const Json& type) {
  return TypeNameOf(type) + (type.contains("arrayBounds") ? "[]" : "");
}

RoutineCall CallOfParameters(const Json& parameters) {
  RoutineCall call;
  for (const Json& one : parameters) {
    const Json& parameter = one.at("FunctionParameter");
    const std::string mode = parameter.at("mode");
    if (mode == "FUNC_PARAM_OUT" || mode == "FUNC_PARAM_TABLE") continue;
    call.types.push_back(NameWithArray(parameter.at("argType")));
    call.takes_more = mode == "FUNC_PARAM_VARIADIC";
    if (!call.takes_more && !parameter.contains("defexpr")) call.required = call.types.size();
  }
  return call;
}

// Each type becomes those that follow it in its row.
const std::vector<std::vector<std::string>>& Casts() {
  static const std::vector<std::vector<std::string>> casts = {
      {"int2", "int4", "int8", "numeric", "float4", "float8"},
      {"date", "timestamp", "timestamptz"},
      {"time", "timetz"},
      {"cidr", "inet"},
      {"bpchar", "varchar", "text", "bpchar"},
      {"text", "varchar"}};
  return casts;
}

bool IsKnown(const std::string& type) {
  static const std::set<std::string> others = {"bit",      "bool",  "bytea",  "interval",
                                               "json",     "jsonb", "money",  "name",
                                               "regclass", "uuid",  "varbit", "xml"};
  return others.contains(type) || std::ranges::any_of(Casts(), [&](const auto& row) {
           return std::ranges::find(row, type) != row.end();
         });
}

// Returns true if a value of that type becomes one of the other in a call.
bool Becomes(const std::string& from, const std::string& to) {
  if (from == to || to.starts_with("any")) return true;
  if (from.ends_with("[]") && to.ends_with("[]")) {
    return Becomes(from.substr(0, from.size() - 2), to.substr(0, to.size() - 2));
  }
  if (from.ends_with("[]") || to.ends_with("[]")) return false;
  if (!IsKnown(from) || !IsKnown(to)) return true;
  return std::ranges::any_of(Casts(), [&](const auto& row) {
    return std::find(std::ranges::find(row, from), row.end(), to) != row.end();
  });
}

}  // namespace

std::string RoutineCall::Signature() const { return "(" + Join(types, ", ") + ")"; }

std::optional<RoutineCall> CallOf(const std::string& kind, const Json& statement) {
  if (kind == "CreateFunctionStmt") {
    return CallOfParameters(statement.value("parameters", Json::array()));
  }
  if (kind == "RenameStmt" && statement.contains("object")) {
    return CallOfObject(statement["object"]);
  }
  if (kind != "DefineStmt" || !statement.contains("args")) return {};
  const Json& arguments = statement["args"].at(0);
  return arguments.contains("List") ? CallOfParameters(arguments["List"].at("items"))
                                    : RoutineCall{};
}

std::optional<RoutineCall> CallOfObject(const Json& object) {
  if (!object.contains("ObjectWithArgs")) return {};
  const Json& routine = object["ObjectWithArgs"];
  if (routine.value("args_unspecified", false)) return {};
  return CallOfParameters(routine.value("objfuncargs", Json::array()));
}

bool Takes(const RoutineCall& now, const RoutineCall& before) {
  const std::size_t given = before.types.size();
  if (given < now.required || (given > now.types.size() && !now.takes_more)) return false;
  if (before.takes_more && !now.takes_more) return false;
  const std::size_t single = now.types.size() - (now.takes_more ? 1 : 0);
  for (std::size_t i = 0; i < std::min(given, single); ++i) {
    if (!Becomes(before.types[i], now.types[i])) return false;
  }
  return true;
}

}  // namespace gonogo
