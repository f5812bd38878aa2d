// The roles as which gonogo reads, and that the target doesn't have.
#pragma once

#include <string>
#include <vector>

#include "core/plan/plan.h"
#include "fixtures/session/session.h"

namespace gonogo {

// Their rights can't be given there, and needn't be: no application uses them. Throws
// DatabaseError.
std::vector<std::string> AbsentReaders(const Plan& plan, Session& target);

}  // namespace gonogo
