// A file that is not there yet says nothing; one that cannot be read must not be taken for it.
#include "gates/records/record_files.h"

#include <filesystem>

#include "core/record/ledger.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

std::string TextOf(const std::string& path) {
  std::error_code failed;
  const bool missing = fs::status(path, failed).type() == fs::file_type::not_found;
  return missing ? "" : ReadTextFile(path);
}

}  // namespace

std::vector<Signoff> ReadSignoffs(const std::string& path) {
  auto signoffs = ParseSignoffs(TextOf(path), path);
  const std::string ledger = (fs::path(path).parent_path() / "ledger.jsonl").string();
  const std::string restored = ParseLedger(TextOf(ledger), ledger).LastRestored();
  std::erase_if(signoffs, [&](const Signoff& signoff) { return signoff.at < restored; });
  return signoffs;
}

std::vector<Waiver> ReadWaivers(const std::string& path) {
  return ParseWaivers(TextOf(path), path);
}

}  // namespace gonogo
