// Asks for the phrase that confirms a stage.
#pragma once

#include <string>
#include <vector>

#include "core/values/arguments.h"
#include "core/values/phase.h"

namespace gonogo {

struct Confirmations {
  std::vector<std::string> given;  // phrases from the command line
  bool terminal = false;           // standard input and standard error are a terminal
};

// Throws PlanError if the stage needs a phrase that wasn't given, and there is no terminal to ask
// for it. Call it before any stage runs.
void RequireConfirmable(Phase stage, const Arguments& arguments,
                        const Confirmations& confirmations);

// Asks for the stage's phrase on the terminal, unless it was given or the stage has none. Throws
// PlanError as RequireConfirmable does, and if the user types something else.
void Confirm(Phase stage, const Arguments& arguments, const Confirmations& confirmations);

}  // namespace gonogo
