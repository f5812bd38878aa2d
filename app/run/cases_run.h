// Runs the cases of a run, or of one of its shards.
#pragma once

#include <string>
#include <vector>

#include "app/context/run_context.h"
#include "app/run/evidence_folder.h"
#include "app/run/run_options.h"
#include "core/record/evidence.h"
#include "core/values/side.h"

namespace gonogo {

struct CasesRan {
  Evidence evidence;
  // Why a server can't be reached. If there is one, the run ended at the first case that needed it.
  std::vector<std::string> unreached;
};

// Opens both sides, on these exported snapshots unless they are "". Runs every case that the header
// declares once, prints the results, and appends the header, with the servers, and the results to
// the folder. Throws Interrupted after a signal; the evidence so far is kept then. Can be called
// only once in a process.
CasesRan RunCases(const RunContext& context, const RunOptions& options, RunHeader header,
                  EvidenceFolder& folder, const PerSide<std::string>& snapshots = {});

}  // namespace gonogo
