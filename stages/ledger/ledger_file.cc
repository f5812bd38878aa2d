// Offsets count from the first line, by the wall clock: they span days and restarts.
#include "stages/ledger/ledger_file.h"

#include <system_error>

#include "core/error.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

// The path, once there is a folder for it.
const fs::path& Made(const fs::path& path) {
  fs::create_directories(fs::absolute(path).parent_path());
  return path;
}

}  // namespace

Ledger ReadLedger(const fs::path& path) {
  return fs::exists(path) ? ParseLedger(ReadTextFile(path), path.string()) : Ledger{};
}

LedgerFile::LedgerFile(const fs::path& path) : file_(Made(path), Durability::kHost) {
  try {
    file_.Lock();
  } catch (const std::system_error&) {
    throw PlanError(path.string() + ": another run writes to this ledger");
  }
  fs::resize_file(path, ReadTextFile(path).rfind('\n') + 1);
  ledger_ = ReadLedger(path);
}

void LedgerFile::Append(LedgerEvent event, Phase stage, const std::string& step,
                        const Json& details) {
  const std::string now = UtcNow();
  const std::string& first = ledger_.lines.empty() ? now : ledger_.lines.front().at;
  const LedgerLine line{.event = event,
                        .stage = stage,
                        .step = step,
                        .at = now,
                        .offset = TimeBetween(first, now),
                        .details = details};
  file_.Append(ToJson(line));
  ledger_.lines.push_back(line);
}

}  // namespace gonogo
