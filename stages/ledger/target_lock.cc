// A lock of a session ends with it, so nothing is left behind whatever ends this process.
#include "stages/ledger/target_lock.h"

#include "core/error.h"
#include "sql/ledger.h"

namespace gonogo {
namespace {

std::string HolderInWords(const Rows& rows) {
  if (rows.empty()) return "a run that has ended meanwhile: try again";
  const Row row = rows[0];
  const auto text = [&](const char* column) {
    return row.Maybe(column) ? row.Text(column) : std::string("unknown");
  };
  return text("application_name") + " from " + text("address") + ", connected since " +
         text("since");
}

ConnectionString Named(ConnectionString target, const std::string& who) {
  target.options["application_name"] = "gonogo stage of " + who;
  return target;
}

}  // namespace

TargetLock::TargetLock(const ConnectionString& target, const Limits& limits, const std::string& who)
    : session_(Named(target, who), "target", limits) {
  if (session_.Query(sql::kTakeStageLock, {}).Only().Boolean("taken")) return;
  const Rows holder = session_.Query(sql::kStageLockHolder, {});
  throw DatabaseError("target: another run of stages is at work: " + HolderInWords(holder),
                      "55P03");
}

void TargetLock::RequireHeld() {
  const Rows rows = session_.Query(sql::kStageLockHolder, {});
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].Boolean("itself")) return;
  }
  throw DatabaseError("target: the lock of this run is gone, so another may be at work", "55000");
}

}  // namespace gonogo
