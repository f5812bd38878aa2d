// A query of the plan's own, from a file beside it: what the two gates that ask one share.
#pragma once

#include <string>
#include <vector>

#include "core/values/rows.h"
#include "gates/inspection.h"

namespace gonogo {

// "file" and "side", which the next functions read.
std::vector<Parameter> PlanQueryParameters();

// The file's name, without its ending. Throws PlanError where it cannot be read.
std::vector<Subject> TheQuery(const Plan& plan, const Arguments& arguments);

struct Answered {
  Rows rows;  // `most` of them at most
  std::string
      note;  // which query was asked, with the digest of its text: the plan's holds the name
};

// Asks the side for the first rows. The query is read-only, in the snapshot of the run, and has the
// time that the plan gives a statement. Throws DatabaseError with the server's words, which name
// the line, for whatever is no single query.
Answered AskPlanQuery(const Inspection& in, int most);

}  // namespace gonogo
