// Merges the evidence of several processes. A case that no process finished is missing, and Judge
// reports it as NOT RUN.
#include "app/run/merge.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <iterator>
#include <map>
#include <set>

#include "app/run/conclusion.h"
#include "app/run/evidence_folder.h"
#include "app/run/run.h"
#include "core/error.h"
#include "core/text/text.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

// The evidence of one process.
struct PartialRun {
  fs::path folder;
  Evidence evidence;
};

// The folders with evidence; those named verdict.* are of earlier merges.
std::vector<fs::path> EvidenceFoldersIn(const fs::path& folder) {
  std::vector<fs::path> folders;
  std::error_code missing;
  for (const auto& entry : fs::directory_iterator(folder, missing)) {
    const bool is_merged = entry.path().filename().string().starts_with("verdict.");
    if (!is_merged && fs::exists(entry.path() / "evidence.jsonl")) folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

std::vector<PartialRun> ReadPartialRuns(const Plan& plan, const fs::path& folder) {
  std::vector<PartialRun> runs;
  for (const fs::path& path : EvidenceFoldersIn(folder)) {
    const fs::path file = path / "evidence.jsonl";
    Evidence evidence = ParseEvidence(ReadTextFile(file), file.string());
    const std::string& digest = evidence.run.plan_digest;
    if (digest != plan.digest) {
      throw PlanError(fmt::format("{} is evidence of another plan (sha256 {}, not {})",
                                  file.string(), digest.substr(0, 12), plan.digest.substr(0, 12)));
    }
    runs.push_back({path, std::move(evidence)});
  }
  return runs;
}

class Merge {
 public:
  Merge(const Plan& plan, RunHeader header) : plan_(plan), merged_{.run = std::move(header)} {
    for (const DeclaredCase& one : merged_.run.declared) checks_.insert(one.check);
  }

  // Adds the cases that this merge is about, if there are any.
  void Add(const PartialRun& partial) {
    const Evidence& evidence = partial.evidence;
    const auto is_wanted = [&](const CaseResult& one) { return checks_.contains(one.check); };
    if (std::none_of(evidence.cases.begin(), evidence.cases.end(), is_wanted)) return;
    AddServers(partial);
    merged_.run.started = std::min(merged_.run.started, evidence.run.started);
    std::copy_if(evidence.cases.begin(), evidence.cases.end(), std::back_inserter(merged_.cases),
                 is_wanted);
    merged_.contradictions.insert(merged_.contradictions.end(), evidence.contradictions.begin(),
                                  evidence.contradictions.end());
  }

  Evidence Result() && {
    for (const auto& [side, server] : servers_) merged_.run.servers.push_back(server);
    return std::move(merged_);
  }

 private:
  // Every run must have used the same servers. If a run didn't reach a server, that is a
  // contradiction, because nobody knows which server its other cases would have used.
  void AddServers(const PartialRun& partial) {
    const auto& servers = partial.evidence.run.servers;
    for (const std::string side : {plan_.has_source() ? "source" : "baseline", "target"}) {
      const auto found = std::find_if(servers.begin(), servers.end(),
                                      [&](const Server& server) { return server.side == side; });
      if (found == servers.end() || !found->error.empty()) {
        if (side == "baseline") continue;  // each case that needs it has the error
        merged_.contradictions.push_back(partial.folder.string() + " didn't reach the " + side);
        continue;
      }
      RequireSameServer(servers_.emplace(side, *found).first->second, *found, partial.folder);
    }
  }

  static void RequireSameServer(const Server& first, const Server& other, const fs::path& folder) {
    if (first.address == other.address && first.system_identifier == other.system_identifier &&
        first.database_oid == other.database_oid) {
      return;
    }
    throw PlanError(fmt::format("{} is evidence of another {} than the rest: {}, not {}",
                                folder.string(), first.side, other.address, first.address));
  }

  const Plan& plan_;
  Evidence merged_;
  std::set<std::string> checks_;
  std::map<std::string, Server> servers_;  // by side
};

std::string DefaultFolder(const fs::path& folder, const RunOptions& options) {
  const auto names = PhaseNames(options.phases);
  return (folder / ("verdict." + (names.empty() ? "all" : Join(names, "+")))).string();
}

}  // namespace

int MergeEvidence(const Plan& plan, const MigrationFolder& migration, const fs::path& folder,
                  const RunOptions& options) {
  RequireValidSelection(plan, options.phases, options.checks);
  const std::vector<PartialRun> runs = ReadPartialRuns(plan, folder);
  Merge merge(plan, HeaderOf(plan, migration, options));
  for (const PartialRun& run : runs) merge.Add(run);
  const Evidence merged = std::move(merge).Result();
  EvidenceFolder written(options.out.empty() ? DefaultFolder(folder, options) : options.out);
  written.Append(ToJson(merged.run));
  for (const CaseResult& result : merged.cases) written.Append(ToJson(result, merged.run));
  for (const std::string& one : merged.contradictions) written.Append(ContradictionJson(one));
  if (!options.json) std::cout << Console(options.Style()).Header(merged.run);
  return Conclude(merged, written, options);
}

}  // namespace gonogo
