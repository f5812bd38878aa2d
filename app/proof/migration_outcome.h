// How far a migration has come, by its ledger alone: which stages the plan has is in the plan.
#pragma once

#include <string>
#include <vector>

#include "core/record/ledger.h"

namespace gonogo {

struct MigrationOutcome {
  bool is_go = false;         // each stage that began is GO and counts, none was rolled back,
                              // and the last was not refused
  std::string text;           // "GO, 5 stages up to gate", "NO-GO: stage gate ended NO-GO"
  std::vector<Phase> stages;  // that are GO and count, in their order
  std::string plan_digest;    // under which they ran; "": not all under the same, or none ran
};

MigrationOutcome OutcomeOf(const Ledger& ledger);

}  // namespace gonogo
