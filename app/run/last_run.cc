// Reads only the first line of each run until it has found the newest: there may be many.
#include "app/run/last_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "app/run/run_folders.h"
#include "core/error.h"
#include "core/json/json.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

// When the run began, or "" if it isn't a run of this plan that ended and has the check.
std::string BeganIfOf(const Plan& plan, const fs::path& folder, const std::string& check) {
  if (!fs::exists(folder / "verdict.json")) return "";
  std::ifstream file(folder / "evidence.jsonl");
  std::string line;
  if (!std::getline(file, line)) return "";
  try {
    const Json header = ParseRecord(line);
    if (header.at("plan_digest") != plan.digest) return "";
    const Json& declared = header.at("declared");
    const bool has_check = std::any_of(declared.begin(), declared.end(),
                                       [&](const Json& one) { return one.at("check") == check; });
    return has_check ? header.at("started").get<std::string>() : "";
  } catch (const std::exception&) {
    return "";  // no run of this version of gonogo
  }
}

}  // namespace

std::optional<EvidencePart> LastRunOf(const Plan& plan, const MigrationFolder& migration,
                                      const std::string& check) {
  std::string latest;
  fs::path found;
  for (const fs::path& folder : RunFolders(migration)) {
    const std::string began = BeganIfOf(plan, folder, check);
    if (began <= latest) continue;
    latest = began;
    found = folder;
  }
  if (found.empty()) return std::nullopt;
  return ReadEvidencePart(plan, found);
}

EvidencePart RunIn(const Plan& plan, const fs::path& folder, const std::string& check) {
  EvidencePart part = ReadEvidencePart(plan, folder);
  if (BeganIfOf(plan, folder, check).empty()) {
    throw PlanError(
        fmt::format("{} isn't a run that ended and has check \"{}\"", folder.string(), check));
  }
  return part;
}

}  // namespace gonogo
