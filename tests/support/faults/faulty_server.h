// What goes wrong with a server of the test pair itself, and how it comes back.
#pragma once

#include <string>

#include "fixtures/throwaway/throwaway_pair.h"

namespace gonogo::testing_support {

// Ends the server without a checkpoint, as pg_ctl does in mode immediate.
void StopAtOnce(const Cluster& cluster);
// Ends only its first process, by SIGKILL.
void KillServer(const Cluster& cluster);
// Ends it as StopAtOnce does, or whatever is left of it, and starts it again.
void Restart(const Cluster& cluster);
// Starts it again if it doesn't accept sessions.
void EnsureRuns(const Cluster& cluster);

// Ends all sessions of a database but this one.
void TerminateSessionsOf(const Cluster& cluster, const std::string& database);

// Returns the first value of the query, as text, asked in the database "postgres".
std::string Answer(const Cluster& cluster, const std::string& query);

}  // namespace gonogo::testing_support
