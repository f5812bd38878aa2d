// What a process did not finish is simply not there, and Judge calls it NOT RUN.
#include "app/merge.h"

#include <algorithm>
#include <iostream>
#include <set>

#include "app/clock.h"
#include "app/evidence_folder.h"
#include "app/files.h"
#include "core/error.h"
#include "core/text.h"
#include "reporters/verdict_json.h"

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

void DemandSameServers(const Evidence& one, const Evidence& other, const fs::path& part) {
  const auto& first = one.run.servers;
  const auto& second = other.run.servers;
  for (std::size_t i = 0; i < std::min(first.size(), second.size()); ++i) {
    // A side that could not be reached makes its cases ERROR; it cannot be told apart here.
    if (!first[i].error.empty() || !second[i].error.empty()) continue;
    if (first[i].address != second[i].address ||
        first[i].system_identifier != second[i].system_identifier ||
        first[i].database_oid != second[i].database_oid) {
      throw PlanError(part.string() + " saw another " + first[i].side +
                      " than the rest: " + second[i].address + ", not " + first[i].address);
    }
  }
}

std::vector<Evidence> ReadParts(const Plan& plan, const fs::path& folder) {
  std::vector<Evidence> parts;
  for (const fs::path& path : Parts(folder)) {
    const fs::path file = path / "evidence.jsonl";
    Evidence part = ParseEvidence(ReadTextFile(file), file.string());
    if (part.run.plan_digest != plan.digest) {
      throw PlanError(file.string() + " is evidence under another plan (sha256 " +
                      part.run.plan_digest.substr(0, 12) + ", not " + plan.digest.substr(0, 12) +
                      ")");
    }
    if (!parts.empty()) DemandSameServers(parts.front(), part, path);
    parts.push_back(std::move(part));
  }
  return parts;
}

std::string DefaultFolder(const fs::path& folder, const RunOptions& options) {
  const auto names = PhaseNames(options.phases);
  return (folder / ("verdict." + (names.empty() ? "all" : Join(names, "+")))).string();
}

}  // namespace

int MergeEvidence(const Plan& plan, const fs::path& folder, const RunOptions& options) {
  const std::vector<Evidence> parts = ReadParts(plan, folder);
  RunHeader header{.run = NewRunId(),
                   .tool = ToolName(),
                   .plan = plan.name,
                   .plan_digest = plan.digest,
                   .strict = options.strict,
                   .phases = PhaseNames(options.phases),
                   .checks = options.checks,
                   .started = UtcNow(),
                   .servers = parts.empty() ? std::vector<Server>() : parts.front().run.servers,
                   .declared = DeclaredCases(plan, options.phases, options.checks)};
  std::set<std::string> asked;
  for (const DeclaredCase& one : header.declared) asked.insert(one.check);

  std::vector<CaseResult> results;
  for (const Evidence& part : parts) {
    header.rehearsal = header.rehearsal || part.run.rehearsal;
    header.started = std::min(header.started, part.run.started);
    for (const CaseResult& result : part.cases) {
      if (asked.contains(result.check)) results.push_back(result);
    }
  }
  const Console console(options.style);
  const Verdict verdict = Judge(header.declared, results, options.strict);
  const int status = ExitStatusOf(verdict.decision);
  const Json json = VerdictJson(header, verdict, status, UtcNow());

  EvidenceFolder merged(options.out.empty() ? DefaultFolder(folder, options) : options.out);
  merged.Append(ToJson(header));
  for (const CaseResult& result : results) merged.Append(ToJson(result, options.strict));
  merged.WriteVerdict(json);
  if (options.json) {
    std::cout << json.dump(2) << "\n";
  } else {
    std::cout << console.Header(header) << console.VerdictLines(verdict, merged.path().string());
  }
  return status;
}

}  // namespace gonogo
