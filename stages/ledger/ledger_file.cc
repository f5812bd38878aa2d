// Offsets are wall-clock times since the first line, because a migration spans days and restarts.
#include "stages/ledger/ledger_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "core/error.h"
#include "core/record/clocks.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

// Creates the folder of the file, and returns the path.
const fs::path& WithFolder(const fs::path& path) {
  fs::create_directories(fs::absolute(path).parent_path());
  return path;
}

}  // namespace

Ledger ReadLedger(const fs::path& path) {
  return fs::exists(path) ? ParseLedger(ReadTextFile(path), path.string()) : Ledger{};
}

LedgerFile::LedgerFile(const fs::path& path)
    : path_(path), file_(WithFolder(path), Durability::kHost) {
  try {
    file_.Lock();
  } catch (const std::system_error&) {
    throw PlanError(path.string() + ": another run has locked this ledger; wait until it ends");
  }
  fs::resize_file(path, ReadTextFile(path).rfind('\n') + 1);
  ledger_ = ReadLedger(path);
  file_.ContinueAfter(ledger_.chain);
}

void LedgerFile::RequireClock() const {
  if (ledger_.lines.empty()) return;
  const std::string now = UtcNow();
  const std::string& last = ledger_.lines.back().at;
  if (TimeBetween(now, last) <= kMostClockSkew) return;
  throw PlanError(
      fmt::format("{}: its last line is of {}, but the clock of this host shows {}: set the clock",
                  path_.string(), last, now));
}

// A clock that is set back under way doesn't make the ledger unreadable: a rollback may need it.
std::string LedgerFile::TimeOfNextLine() {
  const std::string now = UtcNow();
  if (ledger_.lines.empty() || ledger_.lines.back().at <= now) return now;
  const std::string& last = ledger_.lines.back().at;
  clock_set_back_ = std::max(clock_set_back_, TimeBetween(now, last));
  return last;
}

void LedgerFile::Append(LedgerEvent event, Phase stage, const std::string& step,
                        const Json& details) {
  const std::string now = TimeOfNextLine();
  const std::string& first = ledger_.lines.empty() ? now : ledger_.lines.front().at;
  const LedgerLine line{.event = event,
                        .stage = stage,
                        .step = step,
                        .at = now,
                        .offset = TimeBetween(first, now),
                        .details = details};
  file_.Append(ToJson(line));
  ledger_.lines.push_back(line);
  if (see_ != nullptr) see_(ledger_);
}

}  // namespace gonogo
