#include "gates/reading/job_scheduler.h"

#include <fmt/format.h>

#include "core/error.h"
#include "sql/gates.h"

namespace gonogo {

std::string WhyNoJobRuns(SideName side, Session& session) {
  const Rows rows = session.Query(sql::kJobScheduler, {});
  const Row row = rows.Only();
  if (!row.Maybe("kept_in")) return "pg_cron isn't loaded";
  if (!row.Boolean("is_here")) {
    throw DatabaseError(
        fmt::format("{}: pg_cron keeps the server's jobs in database {}, where this check can't "
                    "see them: look there, in a check of that database's own plan or with "
                    "\"program\" of one_side_only",
                    ToString(side), row.Text("kept_in")),
        "");
  }
  return row.Boolean("starts_jobs") ? "" : "cron.launch_active_jobs is off";
}

}  // namespace gonogo
