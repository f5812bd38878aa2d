// Whether pg_cron starts jobs. A job that is active runs only where it does.
#pragma once

#include <string>

#include "core/values/side.h"
#include "fixtures/session/session.h"

namespace gonogo {

// Returns why no job of the session's database runs, such as "pg_cron isn't loaded"; "" if the
// active ones do. Throws DatabaseError if pg_cron keeps the server's jobs in another database,
// where the session can't see them, and (42501) if the role can't tell.
std::string WhyNoJobRuns(SideName side, Session& session);

}  // namespace gonogo
