// Runs a gate case on a throw-away pair, and compares the results with what the case expects.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "fixtures/throwaway/throwaway_pair.h"
#include "gates/cases/gate_case.h"

namespace gonogo {

struct CaseRunOptions {
  std::string target_settings;  // of gonogo's sessions on the target, in the form of PGOPTIONS
  // Called right before and after the gate, with the case as it runs: services are started, and
  // facts stand for their names.
  std::function<void(const GateCase&)> before = [](const GateCase&) {};
  std::function<void(const GateCase&)> after = [](const GateCase&) {};
  // Called with the mismatches of a run. If it returns true, the gate runs again with new sessions
  // on the same databases. Not for a case that changes them later.
  std::function<bool(const std::vector<std::string>&)> again = [](const auto&) { return false; };
};

// Returns a text for each way in which the case didn't end as its folder says; none if it did. The
// gate must be in AllGates. Throws PlanError if the case's plan can't be read, std::runtime_error
// if the case's SQL fails or a service doesn't start.
std::vector<std::string> RunGateCase(GateCase gate_case, const ThrowAwayPair& servers,
                                     const CaseRunOptions& options = {});

}  // namespace gonogo
