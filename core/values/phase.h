// The phases of a runbook, in order of execution.
// They are also ctest labels. Since ctest -L searches labels for a pattern, no phase's name may
// contain another's.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gonogo {

enum class Phase {
  kPreflight,
  kSchema,
  kBackfill,
  kVerify,
  kGate,
  kDualWrite,
  kCutover,
  kFinalize,
  kRollback,
};

// Returns all phases in runbook order.
const std::vector<Phase>& AllPhases();

const std::string& PhaseName(Phase phase);
// Returns nothing if no phase has that name.
std::optional<Phase> PhaseNamed(std::string_view name);
std::vector<std::string> PhaseNames(const std::vector<Phase>& phases);

}  // namespace gonogo
