// gonogo's proof that it bites: each kind of damage is planted in a copy of the target of a
// throw-away pair, and the gate that claims it must be red.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/context/plan_options.h"
#include "core/record/trial.h"
#include "fixtures/throwaway/throwaway_pair.h"

namespace gonogo {

struct SelftestOptions {
  PlanOptions plan;  // whose checks are tried; none: every check, on a database of our own
  std::vector<std::string> only;      // kinds; a * stands for any text; empty: all
  std::vector<std::string> gates;     // that claim them; empty: all
  bool full = false;                  // all gates look at each damage, not only those that claim it
  bool keep = false;                  // the pair, with the copies of what wasn't killed
  std::optional<std::size_t> sample;  // so many kinds, drawn by the seed; none: all
  std::size_t jobs = 2;               // trials at a time, in databases
  std::optional<std::uint64_t> seed;  // of the order and the sample
  PairPrograms programs;
};

// Returns the kinds of damage, and tries none.
std::vector<Damage> PlannedDamage(const SelftestOptions& options);

// Starts a pair, and tries all kinds. Throws PlanError if no kind is selected or the plan can't be
// used, DatabaseError or std::runtime_error if the pair can't be made, Interrupted after a signal.
Selftest RunSelftest(const SelftestOptions& options);

}  // namespace gonogo
