// A run whose cases ran in several processes.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "app/context/plan_options.h"
#include "app/run/evidence_folder.h"
#include "app/run/evidence_part.h"
#include "app/run/run_options.h"
#include "core/plan/plan.h"
#include "core/record/evidence.h"
#include "core/text/environment.h"
#include "fixtures/migration_folder.h"

namespace gonogo {

// Throws PlanError if the part is of other servers than the plan's in this environment, or if the
// parameters of its checks had other values.
void RequireOfPlan(const Plan& plan, const PlanOptions& options, const Environment& environment,
                   const EvidencePart& part);

// Joins parts into the evidence of one run, which has the given header and the servers of all.
class MergedRun {
 public:
  MergedRun(const Plan& plan, RunHeader header);

  // Adds the cases of a part that are of this run, if there are any. Throws PlanError if the part
  // is of other servers than those before.
  void Add(const EvidencePart& part);

  void AddContradiction(const std::string& contradiction) {
    merged_.contradictions.push_back(contradiction);
  }

  Evidence Result() &&;

 private:
  void AddServers(const EvidencePart& part);

  const Plan& plan_;
  Evidence merged_;
  std::set<std::string> checks_;
  std::map<std::string, Server> servers_;  // by side
};

// Writes the lines of the evidence to the folder, concludes the run, and returns its exit status.
int ConcludeMerged(const Plan& plan, const MigrationFolder& migration, Evidence merged,
                   EvidenceFolder& folder, const RunOptions& options);

}  // namespace gonogo
