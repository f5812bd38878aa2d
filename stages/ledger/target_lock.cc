// An advisory lock belongs to its session, so nothing is left behind however this process ends.
#include "stages/ledger/target_lock.h"

#include <fmt/format.h>

#include "core/error.h"
#include "sql/ledger.h"

namespace gonogo {
namespace {

std::string DescribeHolder(const Rows& rows) {
  if (rows.empty()) return "one that has ended since; try again";
  const Row row = rows[0];
  const auto text = [&](const char* column) { return row.Maybe(column).value_or("unknown"); };
  return fmt::format("{} from {}, connected since {}", text("application_name"), text("address"),
                     text("since"));
}

ConnectionString WithName(ConnectionString target, const std::string& who) {
  target.options["application_name"] = "gonogo stage of " + who;
  return target;
}

}  // namespace

TargetLock::TargetLock(const ConnectionString& target, const Limits& limits, const std::string& who)
    : session_(WithName(target, who), "target", limits) {
  if (session_.Query(sql::kTakeStageLock, {}).Only().Boolean("taken")) return;
  const Rows holder = session_.Query(sql::kStageLockHolder, {});
  throw DatabaseError("target: another run of stages holds the lock: " + DescribeHolder(holder),
                      "55P03");
}

void TargetLock::RequireHeld() {
  for (const Row holder : session_.Query(sql::kStageLockHolder, {})) {
    if (holder.Boolean("itself")) return;
  }
  throw DatabaseError("target: this run has lost its lock, so another run may have started",
                      "55000");
}

}  // namespace gonogo
