// The phrase is typed out exactly, and twice, so that nobody confirms by habit.
#include "stages/confirmation.h"

#include <algorithm>
#include <iostream>

#include "core/error.h"

namespace gonogo {
namespace {

bool IsGiven(const Arguments& arguments, const Confirmations& confirmations) {
  const auto& given = confirmations.given;
  return !arguments.Has("confirm") ||
         std::find(given.begin(), given.end(), arguments.Text("confirm")) != given.end();
}

}  // namespace

void RequireConfirmable(Phase stage, const Arguments& arguments,
                        const Confirmations& confirmations) {
  if (IsGiven(arguments, confirmations) || confirmations.terminal) return;
  throw PlanError(
      "stage " + PhaseName(stage) +
      " must be confirmed: give --confirm with the phrase that stands in the plan under "
      "stages." +
      PhaseName(stage) + ".confirm; nothing was done");
}

void Confirm(Phase stage, const Arguments& arguments, const Confirmations& confirmations) {
  RequireConfirmable(stage, arguments, confirmations);
  if (IsGiven(arguments, confirmations)) return;
  const std::string phrase = arguments.Text("confirm");
  std::cerr << "gonogo: stage " << PhaseName(stage)
            << " will act. To confirm, type twice: " << phrase << "\n";
  for (const char* prompt : {"once:  ", "again: "}) {
    std::cerr << prompt << std::flush;
    std::string typed;
    if (!std::getline(std::cin, typed) || typed != phrase) {
      throw PlanError("stage " + PhaseName(stage) + " was not confirmed; nothing was done");
    }
  }
}

}  // namespace gonogo
