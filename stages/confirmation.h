// Asks for the phrase that confirms a stage, and says on which servers it acts.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "core/values/arguments.h"
#include "core/values/phase.h"

namespace gonogo {

struct Confirmations {
  std::vector<std::string> given;  // phrases from the command line, perhaps with a server
  bool terminal = false;           // standard input and standard error are a terminal
};

// The servers of a stage, for who confirms it.
struct ConfirmedServers {
  std::string target;              // host:port/database
  std::vector<std::string> lines;  // "target  owner@new:5432/shop (PostgreSQL 17.2, ...)"
  std::string again{};             // why a stage that ran before must be confirmed again, or ""
};

// Throws PlanError if the stage needs a phrase that wasn't given, and there is no terminal to ask
// for it, or if the phrase was given for another server: "COPY SHOP on new:5432/shop". Call it
// before any stage runs.
void RequireConfirmable(Phase stage, const Arguments& arguments, const Confirmations& confirmations,
                        const ConfirmedServers& servers);

// Returns whether the stage needs no phrase, or has been given it. Throws PlanError if it was given
// for another server.
bool IsConfirmed(Phase stage, const Arguments& arguments, const Confirmations& confirmations,
                 const ConfirmedServers& servers);

// Asks for the stage's phrase on the terminal, unless it was given or the stage has none. Returns
// how long that took. Throws PlanError as RequireConfirmable does, and if the user types something
// else.
std::chrono::milliseconds Confirm(Phase stage, const Arguments& arguments,
                                  const Confirmations& confirmations,
                                  const ConfirmedServers& servers);

}  // namespace gonogo
