// What a process did not finish is simply not there, and Judge calls it NOT RUN.
#include "app/run/merge.h"

#include <algorithm>
#include <iostream>
#include <iterator>
#include <map>
#include <set>

#include "app/run/conclusion.h"
#include "app/run/evidence_folder.h"
#include "core/error.h"
#include "core/text/text.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

// The evidence folders of single processes; verdict.* are those of earlier merges.
std::vector<fs::path> Parts(const fs::path& folder) {
  std::vector<fs::path> parts;
  std::error_code missing;
  for (const auto& entry : fs::directory_iterator(folder, missing)) {
    const bool merged = entry.path().filename().string().starts_with("verdict.");
    if (!merged && fs::exists(entry.path() / "evidence.jsonl")) parts.push_back(entry.path());
  }
  std::sort(parts.begin(), parts.end());
  return parts;
}

bool IsSameServer(const Server& one, const Server& other) {
  return one.address == other.address && one.system_identifier == other.system_identifier &&
         one.database_oid == other.database_oid;
}

// The servers of a part by side; each must be the one that the parts before it saw. What a part
// could not reach is a contradiction: nobody knows what the rest of it was looking at.
void Reconcile(const Plan& plan, const Evidence& part, const fs::path& path,
               std::map<std::string, Server>& servers, std::vector<std::string>& contradictions) {
  for (const std::string side : {plan.has_source() ? "source" : "baseline", "target"}) {
    const auto found = std::find_if(part.run.servers.begin(), part.run.servers.end(),
                                    [&](const Server& server) { return server.side == side; });
    if (found == part.run.servers.end() || !found->error.empty()) {
      if (side == "baseline") continue;  // each case that needs it says so itself
      contradictions.push_back(path.string() + " did not reach the " + side);
      continue;
    }
    const Server& known = servers.emplace(side, *found).first->second;
    if (IsSameServer(known, *found)) continue;
    throw PlanError(path.string() + " saw another " + side + " than the rest: " + found->address +
                    ", not " + known.address);
  }
}

std::map<fs::path, Evidence> ReadParts(const Plan& plan, const fs::path& folder) {
  std::map<fs::path, Evidence> parts;
  for (const fs::path& path : Parts(folder)) {
    const fs::path file = path / "evidence.jsonl";
    Evidence part = ParseEvidence(ReadTextFile(file), file.string());
    if (part.run.plan_digest != plan.digest) {
      throw PlanError(file.string() + " is evidence under another plan (sha256 " +
                      part.run.plan_digest.substr(0, 12) + ", not " + plan.digest.substr(0, 12) +
                      ")");
    }
    parts.emplace(path, std::move(part));
  }
  return parts;
}

std::string DefaultFolder(const fs::path& folder, const RunOptions& options) {
  const auto names = PhaseNames(options.phases);
  return (folder / ("verdict." + (names.empty() ? "all" : Join(names, "+")))).string();
}

}  // namespace

int MergeEvidence(const Plan& plan, const Environment& environment, const fs::path& folder,
                  const RunOptions& options) {
  RequireEachRuns(plan, options.phases, options.checks);
  const auto parts = ReadParts(plan, folder);
  Evidence merged{.run = HeaderOf(plan, environment, options)};
  std::set<std::string> asked;
  for (const DeclaredCase& one : merged.run.declared) asked.insert(one.check);
  std::map<std::string, Server> servers;
  for (const auto& [path, part] : parts) {
    const bool is_asked =
        std::any_of(part.cases.begin(), part.cases.end(),
                    [&](const auto& result) { return asked.contains(result.check); });
    if (!is_asked) continue;
    Reconcile(plan, part, path, servers, merged.contradictions);
    merged.run.started = std::min(merged.run.started, part.run.started);
    std::copy_if(part.cases.begin(), part.cases.end(), std::back_inserter(merged.cases),
                 [&](const CaseResult& result) { return asked.contains(result.check); });
    merged.contradictions.insert(merged.contradictions.end(), part.contradictions.begin(),
                                 part.contradictions.end());
  }
  for (const auto& [side, server] : servers) merged.run.servers.push_back(server);
  EvidenceFolder written(options.out.empty() ? DefaultFolder(folder, options) : options.out);
  written.Append(ToJson(merged.run));
  for (const CaseResult& result : merged.cases) written.Append(ToJson(result, merged.run));
  for (const std::string& one : merged.contradictions) written.Append(ContradictionJson(one));
  if (!options.json) std::cout << Console(options.style).Header(merged.run);
  return Conclude(merged, written, options);
}

}  // namespace gonogo
