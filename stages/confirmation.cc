// The user must type the phrase twice and exactly, so that nobody confirms by habit.
#include "stages/confirmation.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "core/error.h"

namespace gonogo {
namespace {

bool IsConfirmed(const Arguments& arguments, const Confirmations& confirmations) {
  const auto& given = confirmations.given;
  return !arguments.Has("confirm") ||
         std::find(given.begin(), given.end(), arguments.Text("confirm")) != given.end();
}

}  // namespace

void RequireConfirmable(Phase stage, const Arguments& arguments,
                        const Confirmations& confirmations) {
  if (IsConfirmed(arguments, confirmations) || confirmations.terminal) return;
  throw PlanError(fmt::format(
      "stage {0} must be confirmed: give --confirm with the phrase in stages.{0}.confirm of the "
      "plan; nothing was done",
      PhaseName(stage)));
}

void Confirm(Phase stage, const Arguments& arguments, const Confirmations& confirmations) {
  RequireConfirmable(stage, arguments, confirmations);
  if (IsConfirmed(arguments, confirmations)) return;
  const std::string phrase = arguments.Text("confirm");
  std::cerr << fmt::format("gonogo: about to run stage {}. To confirm, type twice: {}\n",
                           PhaseName(stage), phrase);
  for (const char* prompt : {"once:  ", "again: "}) {
    std::cerr << prompt << std::flush;
    std::string typed;
    if (!std::getline(std::cin, typed) || typed != phrase) {
      throw PlanError(fmt::format("stage {} wasn't confirmed; nothing was done", PhaseName(stage)));
    }
  }
}

}  // namespace gonogo
