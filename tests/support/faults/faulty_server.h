// What goes wrong with a server of the test pair itself, and how it comes back.
#pragma once

#include <memory>
#include <string>
#include <vector>

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

// A session of somebody else with an open transaction, until it is destroyed.
class OtherSession {
 public:
  // Executes `sql` in that transaction.
  OtherSession(const Cluster& cluster, const std::string& database, const std::string& sql = "");
  OtherSession(OtherSession&&) noexcept;
  OtherSession& operator=(OtherSession&&) noexcept;
  ~OtherSession();

 private:
  struct Connection;
  std::unique_ptr<Connection> connection_;
};

// Returns sessions that take all connections which the server has left.
std::vector<OtherSession> TakeAllConnections(const Cluster& cluster);

// Stops the server and starts it as a standby that gets nothing, and the way back.
void Demote(const Cluster& cluster);
void EndDemotion(const Cluster& cluster);

// Ends all sessions of a database but this one.
void TerminateSessionsOf(const Cluster& cluster, const std::string& database);

// Returns the first value of the query, as text, asked in the database "postgres".
std::string Answer(const Cluster& cluster, const std::string& query);

}  // namespace gonogo::testing_support
