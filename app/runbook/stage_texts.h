// What stages print before and after they ran.
#pragma once

#include <string>
#include <vector>

#include "app/context/run_context.h"
#include "app/run/run_options.h"
#include "app/runbook/migration_servers.h"
#include "core/record/ledger.h"
#include "core/values/phase.h"

namespace gonogo {

// Prints the plan and both servers, once in a process: neither runs of checks print them, nor a
// rehearsal that runs stages several times. Nothing with --json. `servers` are identified.
void PrintHeaderOnce(const RunContext& context, const RunOptions& options,
                     const MigrationServers& servers);

// Returns where there is more about stages that aren't GO.
std::string WhereIsMore(const RunContext& context);

// Returns ", 35 s in the rehearsal", or "" if no rehearsal of the stage is known.
std::string RehearsedText(const Plan& plan, Phase stage);

// Returns what a stage that has begun earlier, and may not go on, has left behind, and how to go
// back. Empty if it has changed nothing, or has passed.
std::vector<std::string> WhatStays(const Plan& plan, const Ledger& ledger, Phase stage);

}  // namespace gonogo
