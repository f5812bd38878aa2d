// A case that no process finished is missing, and Judge reports it as NOT RUN.
#include "app/run/merged_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "app/context/connections.h"
#include "app/context/rehearsal.h"
#include "app/run/conclusion.h"
#include "core/error.h"
#include "core/plan/named_paths.h"
#include "core/record/freshness.h"
#include "fixtures/system/clock.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

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

void RequireSameServer(const Server& first, const Server& other, const fs::path& folder) {
  if (first.address == other.address && first.system_identifier == other.system_identifier &&
      first.database_oid == other.database_oid && first.throw_away == other.throw_away &&
      (first.side != "baseline" || first.snapshot == other.snapshot)) {
    return;
  }
  throw PlanError(fmt::format("{} is evidence of another {} than the rest: {}, not {}",
                              folder.string(), first.side, other.address, first.address));
}

}  // namespace

void RequireOfPlan(const Plan& plan, const PlanOptions& options, const Environment& environment,
                   const EvidencePart& part) {
  RequireServersOfPlan(plan, environment, part);
  RequireSameValues(plan, options, part);
}

MergedRun::MergedRun(const Plan& plan, RunHeader header)
    : plan_(plan), merged_{.run = std::move(header)} {
  for (const DeclaredCase& one : merged_.run.declared) checks_.insert(one.check);
}

void MergedRun::Add(const EvidencePart& part) {
  const Evidence& evidence = part.evidence;
  const auto is_wanted = [&](const CaseResult& one) { return checks_.contains(one.check); };
  if (std::none_of(evidence.cases.begin(), evidence.cases.end(), is_wanted)) return;
  AddServers(part);
  merged_.run.started = std::min(merged_.run.started, evidence.run.started);
  for (const CaseResult& one : evidence.cases) {
    if (!is_wanted(one)) continue;
    merged_.cases.push_back(one);
    std::string& sees = merged_.cases.back().sees;
    if (sees.empty()) sees = evidence.run.started;
  }
  merged_.contradictions.insert(merged_.contradictions.end(), evidence.contradictions.begin(),
                                evidence.contradictions.end());
}

Evidence MergedRun::Result() && {
  for (const auto& [side, server] : servers_) merged_.run.servers.push_back(server);
  merged_.run.merged = UtcNow();
  // Parts may be named in any order, but the lines of evidence are in order of time.
  std::stable_sort(
      merged_.cases.begin(), merged_.cases.end(),
      [](const CaseResult& one, const CaseResult& other) { return one.started < other.started; });
  return std::move(merged_);
}

// Every run must have used the same servers. If a run didn't reach a server, that is a
// contradiction, because nobody knows which server its other cases would have used.
void MergedRun::AddServers(const EvidencePart& part) {
  const auto& servers = part.evidence.run.servers;
  for (const std::string side : {plan_.has_source() ? "source" : "baseline", "target"}) {
    const auto found = std::find_if(servers.begin(), servers.end(),
                                    [&](const Server& server) { return server.side == side; });
    if (found == servers.end() || !found->error.empty()) {
      if (side == "baseline") continue;  // each case that needs it has the error
      merged_.contradictions.push_back(part.folder.string() + " didn't reach the " + side);
      continue;
    }
    Server& first = servers_.emplace(side, *found).first->second;
    RequireSameServer(first, *found, part.folder);
    if (found->clock > first.clock) first.clock = found->clock;
    if (std::chrono::abs(found->clock_ahead) > std::chrono::abs(first.clock_ahead)) {
      first.clock_ahead = found->clock_ahead;
    }
  }
}

int ConcludeMerged(const Plan& plan, const MigrationFolder& migration, Evidence merged,
                   EvidenceFolder& folder, const RunOptions& options) {
  folder.Append(ToJson(merged.run));
  for (const CaseResult& result : merged.cases) folder.Append(ToJson(result, merged.run));
  for (const std::string& one : merged.contradictions) folder.Append(ContradictionJson(one));
  ExpireResults(merged);
  if (!options.json) std::cout << Console(options.Style()).Header(merged.run);
  return Conclude(plan, migration, std::move(merged), folder, options);
}

}  // namespace gonogo
