// The names of the phases, in the order of the enum.
#include "core/values/phase.h"

#include <algorithm>

namespace gonogo {
namespace {

const std::vector<std::string>& Names() {
  static const std::vector<std::string> names = {"preflight", "schema",   "backfill",
                                                 "verify",    "gate",     "dual-write",
                                                 "cutover",   "finalize", "rollback"};
  return names;
}

}  // namespace

const std::vector<Phase>& AllPhases() {
  static const std::vector<Phase> phases = {Phase::kPreflight, Phase::kSchema,   Phase::kBackfill,
                                            Phase::kVerify,    Phase::kGate,     Phase::kDualWrite,
                                            Phase::kCutover,   Phase::kFinalize, Phase::kRollback};
  return phases;
}

const std::string& PhaseName(Phase phase) { return Names().at(static_cast<std::size_t>(phase)); }

std::optional<Phase> PhaseNamed(std::string_view name) {
  const auto& phases = AllPhases();
  const auto found = std::find_if(phases.begin(), phases.end(),
                                  [&](Phase phase) { return PhaseName(phase) == name; });
  return found == phases.end() ? std::nullopt : std::optional(*found);
}

std::vector<std::string> PhaseNames(const std::vector<Phase>& phases) {
  std::vector<std::string> names;
  for (const Phase phase : phases) names.push_back(PhaseName(phase));
  return names;
}

}  // namespace gonogo
