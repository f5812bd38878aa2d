// What a plan asks of its maintenance window, besides its two times.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/plan/stage_command.h"
#include "core/values/arguments.h"
#include "core/values/phase.h"

namespace gonogo {

struct Plan;

// The end of a stage, or of one of its commands.
struct RunbookPoint {
  Phase stage = Phase::kCutover;
  std::string command;  // its name; "": the end of the stage

  // Returns "cutover.switch", or "cutover".
  std::string Name() const;
  // Returns the command's step in the ledger, or "".
  std::string step() const;

  bool operator==(const RunbookPoint&) const = default;
};

// The time in which the application can't write: from the beginning of one command to the end of
// another.
struct Downtime {
  RunbookPoint from;
  RunbookPoint until;
  std::chrono::milliseconds budget{0};
};

struct WindowTerms {
  Phase opens_with = Phase::kCutover;  // the first stage that doesn't begin before the window
  RunbookPoint no_return;              // from here on the way leads forward
  bool must_fit = true;                // what is left must fit in by its rehearsed times
  std::int64_t margin_percent = 100;   // what counts for a rehearsed time, in percent of it
  std::optional<Downtime> downtime{};
  bool is_written = false;  // the plan's text has its times: whoever moves it changes the plan

  // Returns what counts for a rehearsed time.
  std::chrono::milliseconds WithMargin(std::chrono::milliseconds rehearsed) const;
};

// Returns the terms under "window" of a plan that has its stages, with defaults:
// - it opens with cutover; with the first stage if there is no cutover, or inside one database,
//   where nothing runs beside the application;
// - there is no return from the command on that the stage cutover names, or else from the end of
//   the last stage before finalize.
// Throws PlanError if a point isn't in the plan, or contradicts what its stage undoes.
WindowTerms WindowTermsFrom(const Arguments& window, const Plan& plan);

// Something that the plan waits for, and a rehearsal shortens: a command that waits or soaks, what
// dual-write watches, the grace period of rollback.
struct PlannedWait {
  Phase stage = Phase::kCutover;
  std::string step;  // of its command in the ledger; "": the stage itself waits
  std::chrono::milliseconds wait{0};
};

// Returns what the plan waits for from one point to another: from the beginning of its command, or
// else of its stage, to the end of the other.
std::vector<PlannedWait> PlannedWaits(const Plan& plan, const RunbookPoint& from,
                                      const RunbookPoint& until);

// Returns the commands of the point's stage, up to it.
std::vector<StageCommand> CommandsUpTo(const Plan& plan, const RunbookPoint& until);

}  // namespace gonogo
