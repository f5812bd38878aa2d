// Reads verdict.json of the newest folders, and of the one that fits also the evidence, of whose
// lines only the first is parsed: it has the cases.
#include "app/run/earlier_run.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "app/run/evidence_folder.h"
#include "app/run/run_folders.h"
#include "app/sealing/folder_sums.h"
#include "core/error.h"
#include "core/json/json.h"
#include "core/record/chain.h"
#include "core/text/digest.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kMostFolders = 40;  // to look at: a verdict may be large

// A run of another target says nothing about this one: a plan may be that of many databases. What
// wasn't reached may be the same, and each rehearsal has servers of its own.
bool MayHaveSameTarget(const Json& verdict, const RunHeader& run) {
  const auto is_target = [](const Server& one) { return one.side == "target"; };
  const auto own = std::find_if(run.servers.begin(), run.servers.end(), is_target);
  if (run.rehearsal() || own == run.servers.end() || !own->error.empty()) return true;
  const Json& servers = verdict.at("servers");
  return std::none_of(servers.begin(), servers.end(), [&](const Json& one) {
    return one.at("side") == "target" && one.contains("address") &&
           one.at("address") != own->address;
  });
}

bool IsBefore(const Json& verdict, const RunHeader& run) {
  return verdict.at("plan") == run.plan && verdict.at("run") != run.run &&
         verdict.at("phases") == Json(run.phases) && verdict.at("checks") == Json(run.checks) &&
         verdict.at("rehearsal") == run.rehearsal() && verdict.contains("red_since") &&
         verdict.at("started").get<std::string>() < run.started && MayHaveSameTarget(verdict, run);
}

// Throws if the run broke off, or somebody changed, cut or added something.
void RequireWhole(const fs::path& folder, const std::string& verdict, const std::string& lines) {
  const FileSums sums = ParseSums(ReadTextFile(folder / kSumsFile));
  const bool is_whole = sums.at("verdict.json") == Sha256(verdict) &&
                        sums.at(kEvidenceLines) == Sha256(lines) &&
                        ParseRecord(verdict).at("chain") == ToJson(ChainEndOf(lines));
  if (!is_whole) throw PlanError(folder.string() + " isn't as gonogo left it");
}

std::optional<EarlierRun> ReadIfBefore(const fs::path& folder, const RunHeader& run) {
  try {
    const std::string text = ReadTextFile(folder / "verdict.json");
    const Json verdict = ParseRecord(text);
    if (!IsBefore(verdict, run)) return std::nullopt;
    const std::string lines = ReadTextFile(folder / kEvidenceLines);
    RequireWhole(folder, text, lines);
    EarlierRun earlier{.run = verdict.at("run"),
                       .started = verdict.at("started"),
                       .text = verdict.at("text"),
                       .cases = {},
                       .red = {}};
    for (const auto& [name, since] : verdict.at("red_since").items()) {
      earlier.red[name] = since.get<std::string>();
    }
    const Json took = verdict.value("took_ms", Json::object());
    for (const auto& [check, time] : took.items()) {
      earlier.took[check] = std::chrono::milliseconds(time.get<std::int64_t>());
    }
    const Json header = ParseRecord(lines.substr(0, lines.find('\n')));
    for (const Json& one : header.at("declared")) {
      earlier.cases.push_back(one.at("check").get<std::string>() + "." +
                              one.at("subject").get<std::string>());
    }
    return earlier;
  } catch (const std::exception&) {
    return std::nullopt;  // damaged, or not of this version of gonogo
  }
}

}  // namespace

std::optional<EarlierRun> EarlierRunOf(const RunHeader& run, const MigrationFolder& migration) {
  const auto found = RunFolders(migration);
  std::vector<fs::path> folders(found.begin(), found.end());
  std::erase_if(folders, [](const fs::path& one) { return !fs::exists(one / "verdict.json"); });
  // Names of runs begin with the time.
  std::sort(folders.begin(), folders.end(), [](const fs::path& one, const fs::path& two) {
    return one.filename() > two.filename();
  });
  if (folders.size() > kMostFolders) folders.resize(kMostFolders);
  for (const fs::path& folder : folders) {
    if (auto earlier = ReadIfBefore(folder, run)) return earlier;
  }
  return std::nullopt;
}

}  // namespace gonogo
