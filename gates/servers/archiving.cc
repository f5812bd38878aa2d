// archiving: the target archives its WAL, so that it can be restored to a point in time.
//
// Managed servers that back up their storage instead of WAL have archive_mode off: there, the
// provider's backups are signed off.
#include "core/plan/gate.h"
#include "gates/reading/judged_rows.h"
#include "gates/subjects.h"
#include "sql/servers.h"

namespace gonogo::archiving {
namespace {

Outcome Run(const Inspection& in) {
  return JudgeSide(in, sql::kArchiving, {std::to_string(in.arguments.Integer("max_age_minutes"))});
}

}  // namespace

Gate Definition() {
  return {
      .name = "archiving",
      .summary = "The target archives its WAL: the last segment lately, and without failures.",
      .meaning =
          "What is written after the cutover can't be restored, and kept WAL fills the disk.",
      .remedy =
          "Mend archiving and run pg_switch_wal(); backups by the provider's own means are signed "
          "off.",
      .phases = {Phase::kGate, Phase::kCutover, Phase::kFinalize},
      .parameters = {IntegerParameter("max_age_minutes",
                                      "within which the last segment must have been archived; "
                                      "a server where little is written needs archive_timeout")
                         .Default(60)
                         .AtLeast(1)},
      .subjects = TheTarget,
      .run = Run};
}

}  // namespace gonogo::archiving
