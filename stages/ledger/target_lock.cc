// An advisory lock belongs to its session, so nothing is left behind however this process ends.
#include "stages/ledger/target_lock.h"

#include <fmt/format.h>

#include <chrono>

#include "core/error.h"
#include "fixtures/pooler/pooler.h"
#include "fixtures/session/own_sessions.h"
#include "fixtures/system/interrupt.h"
#include "sql/ledger.h"
#include "sql/session.h"

namespace gonogo {
namespace {

std::string DescribeHolder(const Rows& rows) {
  if (rows.empty()) return "one that has ended since; try again";
  const Row row = rows[0];
  const auto text = [&](const char* column) { return row.Maybe(column).value_or("unknown"); };
  return fmt::format("{} from {}, connected since {}", NameWithoutToken(text("application_name")),
                     text("address"), text("since"));
}

ConnectionString WithName(ConnectionString target, const std::string& who) {
  target.options["application_name"] = "gonogo stage of " + who;
  return target;
}

// The lock belongs to a backend, so each transaction must have the same one.
void RequireSessionMode(const ConnectionString& target, const Limits& limits) {
  const std::string mode = Pooler({.endpoint = target, .missing = ""}, limits).Behaviour().mode;
  if (mode != "transaction" && mode != "statement") return;
  throw DatabaseError(
      fmt::format(
          "target: {} is a pooler in {} mode, which can't keep the lock of a run of stages; "
          "connect stages to the server itself, or to a pooler in session mode",
          target.ForPeople(), mode),
      "55000");
}

// A session keeps its locks until its server process has ended, which on a busy server is a while
// after the client has gone: the stage before may just have finished.
bool IsTakenSoon(WritingSession& session) {
  constexpr std::chrono::seconds kPatience{3};
  constexpr std::chrono::milliseconds kBetween{100};
  const auto end = std::chrono::steady_clock::now() + kPatience;
  while (!session.Query(sql::kTakeStageLock, {}).Only().Boolean("taken")) {
    if (std::chrono::steady_clock::now() > end) return false;
    SleepUntil(std::chrono::steady_clock::now() + kBetween);
  }
  return true;
}

}  // namespace

TargetLock::TargetLock(const ConnectionString& target, const Limits& limits, const std::string& who)
    : session_(WithName(target, who), "target", limits) {
  is_pooled_ = session_.Query(sql::kBackendPid, {}).Only().Integer("server") !=
               session_.connection().ProtocolPid();
  if (is_pooled_) RequireSessionMode(target, limits);
  if (IsTakenSoon(session_)) return;
  const Rows holder = session_.Query(sql::kStageLockHolder, {});
  throw DatabaseError("target: another run of stages holds the lock: " + DescribeHolder(holder),
                      "55P03");
}

void TargetLock::RequireHeld() {
  for (const Row holder : session_.Query(sql::kStageLockHolder, {})) {
    if (holder.Boolean("itself")) return;
  }
  throw DatabaseError(is_pooled_ ? "target: the pooler has given this run another backend, and its "
                                   "lock stays on the first; connect stages to the server itself"
                                 : "target: this run has lost its lock, so another run may have "
                                   "started",
                      "55000");
}

}  // namespace gonogo
