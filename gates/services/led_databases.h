// Compares where database URLs of the launch environment lead.
#pragma once

#include <string>
#include <vector>

#include "core/values/outcome.h"
#include "gates/inspection.h"

namespace gonogo {

// Returns a finding for each variable whose URL leads to the database of an earlier one, or isn't a
// URL. Connects, because one database has many spellings and addresses. Throws DatabaseError if a
// URL can't be opened and no finding was made: it may lead to the database of another one.
std::vector<Finding> DifferenceFindings(const std::vector<std::string>& variables,
                                        const Inspection& in);

}  // namespace gonogo
