// Keeps the gates of a program beside gonogo's, and refuses those that couldn't be used.
#include "gates/gate_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/error.h"

namespace gonogo {
namespace {

constexpr const char* kOwnFamily = "own";

struct GateTable {
  std::vector<Gate> gates{BuiltInGates().begin(), BuiltInGates().end()};
  std::string own_version;
};

GateTable& TheTable() {
  static GateTable table;
  return table;
}

// A gate is a namespace of C++ in `gonogo`, where `sql` is one, and stands in the place of a
// command of `gonogo gates`.
const std::set<std::string>& TakenNames() {
  static const std::set<std::string> names = {
      "new",       "test",          "sql",          "alignas",   "alignof",
      "and",       "and_eq",        "asm",          "auto",      "bitand",
      "bitor",     "bool",          "break",        "case",      "catch",
      "char",      "char8_t",       "char16_t",     "char32_t",  "class",
      "compl",     "concept",       "const",        "consteval", "constexpr",
      "constinit", "const_cast",    "continue",     "co_await",  "co_return",
      "co_yield",  "decltype",      "default",      "delete",    "do",
      "double",    "dynamic_cast",  "else",         "enum",      "explicit",
      "export",    "extern",        "false",        "float",     "for",
      "friend",    "goto",          "if",           "inline",    "int",
      "long",      "mutable",       "namespace",    "noexcept",  "not",
      "not_eq",    "nullptr",       "operator",     "or",        "or_eq",
      "private",   "protected",     "public",       "register",  "reinterpret_cast",
      "requires",  "return",        "short",        "signed",    "sizeof",
      "static",    "static_assert", "static_cast",  "struct",    "switch",
      "template",  "this",          "thread_local", "throw",     "true",
      "try",       "typedef",       "typeid",       "typename",  "union",
      "unsigned",  "using",         "virtual",      "void",      "volatile",
      "wchar_t",   "while",         "xor",          "xor_eq"};
  return names;
}

// Returns what the gate lacks, or "".
std::string WhatIsMissing(const Gate& gate) {
  if (gate.summary.empty()) return "a summary";
  if (gate.meaning.empty()) return "a meaning: what a finding means for the migration";
  if (gate.remedy.empty()) return "a remedy: what to do about a finding";
  if (gate.phases.empty()) return "a phase";
  if (gate.subjects == nullptr) return "the function subjects";
  if (gate.run == nullptr) return "the function run";
  return "";
}

void RequireUsable(const Gate& gate, const std::vector<Gate>& others) {
  RequireGateName(gate.name);
  const bool is_taken = std::any_of(others.begin(), others.end(),
                                    [&](const Gate& other) { return other.name == gate.name; });
  if (is_taken) throw PlanError("gate " + gate.name + ": there is one of this name; rename yours");
  const std::string missing = WhatIsMissing(gate);
  if (!missing.empty()) throw PlanError(fmt::format("gate {}: lacks {}", gate.name, missing));
}

}  // namespace

void RequireGateName(const std::string& name) {
  const bool is_word =
      name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos &&
      !name.empty() && name.front() >= 'a' && name.front() <= 'z' && name.back() != '_' &&
      name.find("__") == std::string::npos;
  if (!is_word) {
    throw PlanError(fmt::format(
        "\"{}\" can't be the name of a gate: use a to z and 0 to 9, with _ between words, and begin "
        "with a letter",
        name));
  }
  if (TakenNames().contains(name)) {
    throw PlanError(fmt::format(
        "a gate can't be called {}, because C++ or gonogo uses the word; choose another name",
        name));
  }
}

std::span<const Gate> AllGates() { return TheTable().gates; }

void UseOwnGates(const OwnGates& own) {
  GateTable& table = TheTable();
  for (const auto define : own.definitions) {
    Gate gate = define();
    RequireUsable(gate, table.gates);
    gate.family = kOwnFamily;
    table.gates.push_back(std::move(gate));
  }
  table.own_version = own.version;
}

const std::string& OwnGatesVersion() { return TheTable().own_version; }

}  // namespace gonogo
