// The file ledger.jsonl of a migration: read once, then appended to.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>

#include "core/record/ledger.h"
#include "fixtures/system/chained_file.h"

namespace gonogo {

// Returns the ledger in the file, or an empty one if there is no file. Throws PlanError if the file
// isn't a ledger.
Ledger ReadLedger(const std::filesystem::path& path);

class LedgerFile {
 public:
  // Opens the file, and locks it against other runs. Creates it and its folder if needed. Cuts off
  // the part of a last line that a crash left. Throws PlanError if it isn't a ledger or another run
  // has locked it, std::system_error if it can't be written.
  explicit LedgerFile(const std::filesystem::path& path);

  const Ledger& ledger() const { return ledger_; }

  // Throws PlanError if the last line is later than the host's clock by more than kMostClockSkew.
  void RequireClock() const;
  // Returns how far the clock was set back since this object was made. The lines have the time of
  // the line before them then.
  std::chrono::milliseconds clock_set_back() const { return clock_set_back_; }

  // Calls this after each line that is appended from now on.
  void OnAppend(std::function<void(const Ledger&)> see) { see_ = std::move(see); }

  // Appends a line with the current time. Throws std::system_error.
  void Append(LedgerEvent event, Phase stage, const std::string& step, const Json& details);

 private:
  std::string TimeOfNextLine();

  std::filesystem::path path_;
  std::chrono::milliseconds clock_set_back_{0};
  Ledger ledger_;
  ChainedFile file_;
  std::function<void(const Ledger&)> see_;
};

}  // namespace gonogo
