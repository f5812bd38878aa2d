// A stage that must be confirmed, and the phrase that does it.
#pragma once

#include <string>
#include <vector>

#include "core/values/arguments.h"
#include "core/values/phase.h"

namespace gonogo {

// Where phrases come from: those given on the command line, else whoever sits at the terminal.
struct Confirmations {
  std::vector<std::string> given;
  bool terminal = false;  // standard input and standard error are one
};

// Throws PlanError where the stage has a phrase that was neither given nor can be asked for: before
// anything is done.
void RequireConfirmable(Phase stage, const Arguments& arguments,
                        const Confirmations& confirmations);

// The same, and asks for the phrase, twice, where it was not given. Throws PlanError where what was
// typed is not the phrase.
void Confirm(Phase stage, const Arguments& arguments, const Confirmations& confirmations);

}  // namespace gonogo
