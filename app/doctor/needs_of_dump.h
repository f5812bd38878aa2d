// What a target must have before stage schema restores a dump of the source: roles, extensions,
// tablespaces.
#pragma once

#include "app/doctor/examined.h"
#include "core/plan/plan.h"
#include "fixtures/session/session.h"

namespace gonogo {

// Returns a line for each kind, with statements that create the roles as they are on the source,
// without passwords. Nothing if the plan's stage schema restores no dump. Throws DatabaseError.
Examinations ExamineNeedsOfDump(const Plan& plan, Session& source, Session& target);

}  // namespace gonogo
