// Runs a query from a file beside the plan, for the gates no_rows and scalar.
#pragma once

#include <string>
#include <vector>

#include "core/values/rows.h"
#include "gates/inspection.h"

namespace gonogo {

// Returns the parameters "file" and "side", which the next functions read.
std::vector<Parameter> PlanQueryParameters();

// Returns one subject: the file's name without its extension. Throws PlanError if the file can't be
// read.
std::vector<Subject> QuerySubject(const Plan& plan, const Arguments& arguments);

struct QueryAnswer {
  Rows rows;         // the first ones
  std::string note;  // the query's file and the digest of its text
};

// Returns the first `limit` rows of the query. It runs read-only, in the run's snapshot, with the
// plan's statement timeout. Throws DatabaseError with the server's message if the file isn't a
// single query.
QueryAnswer RunPlanQuery(const Inspection& in, int limit);

}  // namespace gonogo
