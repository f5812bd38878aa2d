// ledger.jsonl of one migration: read once, then appended to.
#pragma once

#include <filesystem>
#include <string>

#include "core/record/ledger.h"
#include "fixtures/system/appended_file.h"

namespace gonogo {

// What the file holds; nothing where there is none. Throws PlanError where it is no ledger.
Ledger ReadLedger(const std::filesystem::path& path);

class LedgerFile {
 public:
  // Makes the file, and the folder around it, where there is none. What a crash left of a last line
  // is cut off. Throws PlanError where it is no ledger or another run writes to it,
  // std::system_error where it cannot be written.
  explicit LedgerFile(const std::filesystem::path& path);

  const Ledger& ledger() const { return ledger_; }

  // Appends a line of now. Throws std::system_error.
  void Append(LedgerEvent event, Phase stage, const std::string& step, const Json& details);

 private:
  Ledger ledger_;
  AppendedFile file_;
};

}  // namespace gonogo
