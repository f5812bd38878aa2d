// open_transactions: no transaction is open for long, and none is prepared. Such transactions keep
// a replication slot from being created, hold back vacuum, and may have changes that no copy
// includes.
#include "core/plan/gate.h"
#include "fixtures/session/own_sessions.h"
#include "gates/reading/judged_rows.h"
#include "gates/reading/read_privilege.h"
#include "gates/subjects.h"
#include "sql/sessions.h"

namespace gonogo::open_transactions {
namespace {

Outcome Run(const Inspection& in) {
  const SideName side = SideOf(in);
  RequireReadable(in, side, in.plan);
  return JudgeRows(WithoutOwnSessions(in.pair.SessionOf(side).Query(
      sql::kOpenTransactions, {std::to_string(in.arguments.Integer("older_than_s"))})));
}

}  // namespace

Gate Definition() {
  return {
      .name = "open_transactions",
      .summary = "No transaction is prepared, and none has been open for long.",
      .meaning = "The migration may wait for its locks, or copy rows without its changes.",
      .remedy =
          "Let it end, or use pg_terminate_backend; COMMIT PREPARED or ROLLBACK PREPARED ends a "
          "prepared one.",
      .phases = {Phase::kPreflight, Phase::kCutover},
      .parameters = {IntegerParameter("older_than_s", "seconds after which a transaction is long")
                         .Default(300)
                         .AtLeast(0)},
      .subjects = OneForEachSide,
      .run = Run,
      .needs = Needs::kMonitoring};
}

}  // namespace gonogo::open_transactions
