// Runs a query from a file beside the plan, for the gates no_rows, scalar, same_answers and
// settled.
#pragma once

#include <chrono>
#include <set>
#include <string>
#include <vector>

#include "core/values/rows.h"
#include "gates/inspection.h"

namespace gonogo {

// Returns the parameter "file", which the next functions read.
Parameter PlanQueryParameter();
// Returns the parameter "side".
Parameter PlanQuerySideParameter();

// Returns one subject: the file's name without its extension. Throws PlanError if the file can't be
// read, or isn't a query that reads something.
std::vector<Subject> QuerySubject(const Plan& plan, const Arguments& arguments);

// Returns the same, if the query's rows are what is wrong. Throws PlanError also if they can't tell
// good from bad.
std::vector<Subject> RowsQuerySubject(const Plan& plan, const Arguments& arguments);

// Returns the side that the parameter "side" names.
SideName QuerySideOf(const Arguments& arguments);

struct QueryAnswer {
  Rows rows;         // the first ones
  std::string note;  // the query's file and the digest of its text
};

// Returns a row in words, without those columns: "id=2, team=NULL"; "a row" if it has no others.
std::string RowText(const Rows& rows, std::size_t number,
                    const std::set<std::string>& without = {});

// Returns the first `limit` rows of the query. It runs read-only, in the run's snapshot, with the
// plan's statement timeout. Throws DatabaseError with the server's message if the file isn't a
// single query.
QueryAnswer RunPlanQuery(const Inspection& in, SideName side, int limit);

// Runs the query in full, and returns how long the server took for it. The rows stay there. Each
// round has a number of its own. Runs and throws as RunPlanQuery does, and throws DatabaseError if
// there are no rows.
std::chrono::microseconds TimePlanQuery(const Inspection& in, SideName side, std::size_t round);

}  // namespace gonogo
