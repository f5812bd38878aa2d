// The file ledger.jsonl of a migration: read once, then appended to.
#pragma once

#include <filesystem>
#include <string>

#include "core/record/ledger.h"
#include "fixtures/system/appended_file.h"

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

  // Appends a line with the current time. Throws std::system_error.
  void Append(LedgerEvent event, Phase stage, const std::string& step, const Json& details);

 private:
  Ledger ledger_;
  AppendedFile file_;
};

}  // namespace gonogo
