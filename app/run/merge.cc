// Merges the evidence of several processes. A case that no process finished is missing, and Judge
// reports it as NOT RUN.
#include "app/run/merge.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <iterator>
#include <map>
#include <set>

#include "app/context/connections.h"
#include "app/context/migration_of.h"
#include "app/context/rehearsal.h"
#include "app/plan/plan_file.h"
#include "app/run/conclusion.h"
#include "app/run/evidence_folder.h"
#include "app/run/evidence_part.h"
#include "app/run/run.h"
#include "app/sealing/seal.h"
#include "core/error.h"
#include "core/plan/named_paths.h"
#include "core/plan/shown_values.h"
#include "core/text/text.h"
#include "fixtures/migration_folder.h"
#include "fixtures/system/clock.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

// The folders with evidence; those named verdict.* are of earlier merges, and links (`latest`) are
// other names of some.
std::vector<fs::path> EvidenceFoldersIn(const fs::path& folder) {
  std::vector<fs::path> folders;
  std::error_code missing;
  for (const auto& entry : fs::directory_iterator(folder, missing)) {
    const bool is_merged = entry.path().filename().string().starts_with("verdict.");
    if (is_merged || entry.is_symlink()) continue;
    if (fs::exists(entry.path() / "evidence.jsonl")) folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

// The URL of the side in this environment, without a password; "" if it isn't set here.
std::string AddressOf(const Plan& plan, const std::string& side, const Environment& environment) {
  const auto connection = plan.connections.find(side);
  if (connection == plan.connections.end()) return "";
  const std::string& variable = connection->second.variable;
  if (!variable.empty() && ValueOf(environment, variable).empty()) return "";
  const SideName name = side == "source" ? SideName::kSource : SideName::kTarget;
  return ResolveEndpoint(plan, name, "", environment).ForPeople();
}

// Evidence of other servers than the plan's is of another migration. Throw-away servers are told by
// the verdict.
void RequireServersOfPlan(const Plan& plan, const Environment& environment,
                          const EvidencePart& part) {
  for (const Server& server : part.evidence.run.servers) {
    const std::string address = AddressOf(plan, server.side, environment);
    if (!server.error.empty() || server.throw_away || address.empty()) continue;
    if (address == server.address) continue;
    throw PlanError(fmt::format("{} is evidence of another {} than the plan's: {}, not {}",
                                part.folder.string(), server.side, server.address, address));
  }
}

// Other values would be another question: a tolerance, for example. A rehearsal may have had those
// of the plan's sample data.
void RequireSameValues(const Plan& plan, const PlanOptions& options, const EvidencePart& part) {
  const RunHeader& run = part.evidence.run;
  if (run.arguments == ArgumentsDigest(plan, run.declared)) return;
  if (run.rehearsal() &&
      run.arguments == ArgumentsDigest(RehearsalOf(options).plan, run.declared)) {
    return;
  }
  throw PlanError(fmt::format(
      "{} is evidence of a run in which parameters had other values from the environment "
      "than here: give both the same variables or --env-file",
      part.folder.string()));
}

// Reads the parts, and requires that they are of one run on the plan's servers.
std::vector<EvidencePart> ReadParts(const Plan& plan, const PlanOptions& options,
                                    const Environment& environment, const fs::path& folder,
                                    std::int64_t max_age_hours) {
  std::vector<EvidencePart> parts;
  for (const fs::path& path : EvidenceFoldersIn(folder)) {
    parts.push_back(ReadEvidencePart(plan, path));
  }
  RequireOneRun(plan, parts, max_age_hours, UtcNow());
  for (const EvidencePart& part : parts) {
    RequireServersOfPlan(plan, environment, part);
    RequireSameValues(plan, options, part);
  }
  return parts;
}

class Merge {
 public:
  Merge(const Plan& plan, RunHeader header) : plan_(plan), merged_{.run = std::move(header)} {
    for (const DeclaredCase& one : merged_.run.declared) checks_.insert(one.check);
  }

  // Adds the cases that this merge is about, if there are any.
  void Add(const EvidencePart& partial) {
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
    // Parts may be named in any order, but the lines of evidence are in order of time.
    std::stable_sort(
        merged_.cases.begin(), merged_.cases.end(),
        [](const CaseResult& one, const CaseResult& other) { return one.started < other.started; });
    return std::move(merged_);
  }

 private:
  // Every run must have used the same servers. If a run didn't reach a server, that is a
  // contradiction, because nobody knows which server its other cases would have used.
  void AddServers(const EvidencePart& partial) {
    const auto& servers = partial.evidence.run.servers;
    for (const std::string side : {plan_.has_source() ? "source" : "baseline", "target"}) {
      const auto found = std::find_if(servers.begin(), servers.end(),
                                      [&](const Server& server) { return server.side == side; });
      if (found == servers.end() || !found->error.empty()) {
        if (side == "baseline") continue;  // each case that needs it has the error
        merged_.contradictions.push_back(partial.folder.string() + " didn't reach the " + side);
        continue;
      }
      Server& first = servers_.emplace(side, *found).first->second;
      RequireSameServer(first, *found, partial.folder);
      if (found->clock > first.clock) first.clock = found->clock;
      if (std::chrono::abs(found->clock_ahead) > std::chrono::abs(first.clock_ahead)) {
        first.clock_ahead = found->clock_ahead;
      }
    }
  }

  static void RequireSameServer(const Server& first, const Server& other, const fs::path& folder) {
    if (first.address == other.address && first.system_identifier == other.system_identifier &&
        first.database_oid == other.database_oid && first.throw_away == other.throw_away &&
        (first.side != "baseline" || first.snapshot == other.snapshot)) {
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

int MergeEvidence(const PlanOptions& plan_options, const fs::path& folder,
                  std::optional<std::int64_t> max_age_hours, const RunOptions& options) {
  const Environment environment = EnvironmentOf(plan_options);
  const Plan plan = LoadPlan(plan_options.plan, environment);
  RequireValidSelection(plan, options.phases, options.checks);
  if (!options.sign_key.empty()) KeyIn(options.sign_key);  // before anything is written
  RemovePublished(options.publish);
  const MigrationFolder migration = MigrationOf(plan, environment);
  const auto parts = ReadParts(plan, plan_options, environment, folder,
                               max_age_hours.value_or(plan.max_age_hours));
  Merge merge(plan, HeaderOf(plan, migration, options));
  for (const EvidencePart& part : parts) merge.Add(part);
  Evidence merged = std::move(merge).Result();
  EvidenceFolder written(options.out.empty() ? DefaultFolder(folder, options) : options.out,
                         MayShowValues(plan));
  written.Append(ToJson(merged.run));
  for (const CaseResult& result : merged.cases) written.Append(ToJson(result, merged.run));
  for (const std::string& one : merged.contradictions) written.Append(ContradictionJson(one));
  if (!options.json) std::cout << Console(options.Style()).Header(merged.run);
  return Conclude(plan, migration, std::move(merged), written, options);
}

}  // namespace gonogo
