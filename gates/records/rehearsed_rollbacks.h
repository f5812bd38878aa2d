// The rollbacks that ledgers of rehearsals record.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/record/facts.h"
#include "core/record/ledger.h"

namespace gonogo {

struct RehearsedRollback {
  LedgerLine began;
  std::optional<LedgerLine> ended{};  // nothing if it broke off
  RollbackFacts facts{};              // says whether it was a rehearsal
};

// Returns the ledgers that a path names: itself, or all files ledger.jsonl below the folder,
// without those behind symbolic links. Throws PlanError if there is none.
std::vector<std::string> LedgersAt(const std::string& path);

// Returns the rollbacks in the ledgers that the path names, in order of time. One that two files
// record, because a folder was copied, counts once. Throws PlanError if there is no ledger, or one
// can't be read.
std::vector<RehearsedRollback> RollbacksIn(const std::string& path);

}  // namespace gonogo
