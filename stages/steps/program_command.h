// The program of a stage's command, as the plan has it.
#pragma once

#include "core/plan/stage_command.h"
#include "fixtures/programs/plan_program.h"

namespace gonogo {

// Returns the program of a kProgram command. In a rehearsal it has the rehearsal_words, so that
// nothing is switched that people use. Throws PlanError if the command names a variable that isn't
// set, or has no words for a rehearsal.
PlanProgram PlanProgramOf(const StageCommand& command, const Environment& environment,
                          bool rehearsal);

}  // namespace gonogo
