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
  static const std::set<std::string> commands = {"new", "test"};  // of `gonogo gates`
  const bool is_word =
      name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos &&
      !name.empty() && name.front() >= 'a' && name.front() <= 'z';
  if (!is_word) {
    throw PlanError(fmt::format(
        "\"{}\" can't be the name of a gate: use a to z, 0 to 9 and _, and begin with a letter",
        name));
  }
  if (commands.contains(name)) {
    throw PlanError(
        fmt::format("a gate can't be called {0}, because gonogo gates {0} is a command", name));
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
