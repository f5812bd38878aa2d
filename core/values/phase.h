// The phases of a runbook, in the order in which it is executed. They are the ctest labels, and
// ctest searches a label for a pattern, so no phase's name contains another's.
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

// All phases in runbook order.
const std::vector<Phase>& AllPhases();

const std::string& PhaseName(Phase phase);
std::optional<Phase> PhaseNamed(std::string_view name);
std::vector<std::string> PhaseNames(const std::vector<Phase>& phases);

}  // namespace gonogo
