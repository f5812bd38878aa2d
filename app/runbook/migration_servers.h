// The servers of a migration while stages run: locked and identified.
#pragma once

#include <chrono>
#include <string>

#include "app/context/run_context.h"
#include "core/record/ledger.h"
#include "core/values/side.h"
#include "fixtures/session/server_identity.h"
#include "stages/confirmation.h"
#include "stages/ledger/target_lock.h"

namespace gonogo {

// Returns the servers as the context's URLs name them.
ConfirmedServers ServersOf(const RunContext& context);

class MigrationServers {
 public:
  // Locks the target, so that only one run of stages works on it at a time. Throws DatabaseError if
  // that isn't possible.
  explicit MigrationServers(const RunContext& context);

  // Opens both sides and notes which servers they are. Throws PlanError if both are one database,
  // or if the ledger is of other servers: stages that were done there weren't done here.
  void Identify(const Ledger& ledger);

  // Throws DatabaseError if the lock is lost.
  void RequireLock() { lock_.RequireHeld(); }

  // The rest needs Identify.

  // Throws PlanError if the host's clock is ahead of those of all servers: it writes the ledger.
  void RequireHostsClock() const;
  // Throws DatabaseError if the target is a standby: a stage would close the source, and then
  // notice.
  void RequirePrimaryTarget() const;

  // Returns the current time by the clock that is furthest ahead: the host's, or that of a server.
  std::string Now() const;
  // Returns it by the clock that is furthest behind.
  std::string EarliestNow() const;

  // Returns true if all servers belong to a throw-away pair.
  bool throw_away() const { return throw_away_; }
  // Returns the servers for who confirms a stage.
  ConfirmedServers ForPeople() const;
  // Returns the system identifier and the OID of the database; "" for the source if the plan has
  // none.
  const std::string& IdOf(SideName side) const { return ids_[side]; }
  // Returns "15.18"; "" for the source if the plan has none.
  const std::string& VersionOf(SideName side) const { return versions_[side]; }

 private:
  void IdentifyPair();
  void IdentifyTarget();
  void Note(SideName side, const ServerIdentity& identity);
  void RequireSameServers(const Ledger& ledger) const;

  const RunContext& context_;
  TargetLock lock_;
  bool throw_away_ = false;
  bool target_in_recovery_ = false;
  std::chrono::milliseconds clock_ahead_{0};   // of the server's that is furthest ahead, if it is
  std::chrono::milliseconds clock_behind_{0};  // of the server's that is furthest behind, if it is
  std::chrono::milliseconds host_ahead_ = std::chrono::milliseconds::max();  // of all servers
  PerSide<std::string> ids_;
  PerSide<std::string> versions_;
};

}  // namespace gonogo
