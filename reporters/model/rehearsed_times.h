// The times of a rehearsal, and what counts for them in the window of a migration.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "core/plan/plan.h"
#include "core/record/ledger.h"
#include "core/values/phase.h"

namespace gonogo {

struct RehearsedTimes {
  std::string unknown;         // why no time is known; "" if some are
  std::string ledger;          // the file
  std::string at;              // when the rehearsal's last line was written, UTC
  bool other_version = false;  // the plan has changed since
  std::map<Phase, std::chrono::milliseconds> took{};  // of stages that ended GO

  // If the plan has a window: what counts with its margin.
  std::int64_t margin_percent = 100;
  // Of a stage: up to the point of no return if that is in it, with all that the plan waits.
  std::map<Phase, std::chrono::milliseconds> counts{};
  std::map<Phase, std::string> lacks{};  // of a stage without such a time: a command it hasn't done
  std::optional<std::chrono::milliseconds> downtime{};  // as the plan's window defines it
};

// Returns how long each stage took in the ledger of a rehearsal: when it last ended GO, with the
// earlier runs that it went on from.
RehearsedTimes TimesIn(const Ledger& ledger, const std::string& file, const Plan& plan);

// The last downtime in a ledger, as the plan's window defines it.
struct DowntimeOf {
  std::string since{};                              // UTC, if it goes on
  std::optional<std::chrono::milliseconds> took{};  // if it has ended
  bool is_undone = false;                           // it ended because that was taken back
};

DowntimeOf DowntimeIn(const Ledger& ledger, const Plan& plan);

}  // namespace gonogo
