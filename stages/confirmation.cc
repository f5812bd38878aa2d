// The user must type the phrase twice and exactly, so that nobody confirms by habit.
#include "stages/confirmation.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "core/error.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

void Ask(Phase stage, const std::string& phrase, const ConfirmedServers& servers) {
  std::cerr << Printable(
      fmt::format("gonogo: about to run stage {}{}\n  {}\nTo confirm, type twice: {}\n",
                  PhaseName(stage), servers.again.empty() ? "" : " again: " + servers.again,
                  Join(servers.lines, "\n  "), phrase));
  for (const char* prompt : {"once:  ", "again: "}) {
    std::cerr << prompt << std::flush;
    std::string typed;
    if (!std::getline(std::cin, typed) || typed != phrase) {
      throw PlanError(fmt::format("stage {} wasn't confirmed; nothing was done", PhaseName(stage)));
    }
  }
}

}  // namespace

bool IsConfirmed(Phase stage, const Arguments& arguments, const Confirmations& confirmations,
                 const ConfirmedServers& servers) {
  if (!arguments.Has("confirm")) return true;
  const std::string phrase = arguments.Text("confirm");
  const std::string on = phrase + " on ";
  bool is_confirmed = false;
  for (const std::string& given : confirmations.given) {
    if (given == phrase || given == on + servers.target) is_confirmed = true;
    if (given == phrase || !given.starts_with(on) || given == on + servers.target) continue;
    throw PlanError(
        fmt::format("stage {} would act on {}, but --confirm names {}; nothing was done",
                    PhaseName(stage), servers.target, given.substr(on.size())));
  }
  return is_confirmed;
}

void RequireConfirmable(Phase stage, const Arguments& arguments, const Confirmations& confirmations,
                        const ConfirmedServers& servers) {
  if (IsConfirmed(stage, arguments, confirmations, servers) || confirmations.terminal) return;
  throw PlanError(fmt::format(
      "stage {0} acts on {1} and must be confirmed: give --confirm with the phrase in "
      "stages.{0}.confirm of the plan, perhaps followed by \" on {1}\"; {2}nothing was done",
      PhaseName(stage), servers.target, servers.again.empty() ? "" : servers.again + "; "));
}

std::chrono::milliseconds Confirm(Phase stage, const Arguments& arguments,
                                  const Confirmations& confirmations,
                                  const ConfirmedServers& servers) {
  RequireConfirmable(stage, arguments, confirmations, servers);
  if (IsConfirmed(stage, arguments, confirmations, servers)) return std::chrono::milliseconds(0);
  const auto asked = std::chrono::steady_clock::now();
  Ask(stage, arguments.Text("confirm"), servers);
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() -
                                                               asked);
}

}  // namespace gonogo
