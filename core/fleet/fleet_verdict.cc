// Decides about fleets; no other file does. Counts the databases again, by name.
#include "core/fleet/fleet_verdict.h"

#include <fmt/format.h>

#include <map>
#include <set>
#include <utility>

#include "core/fleet/shared_targets.h"
#include "core/record/clocks.h"
#include "core/text/text.h"
#include "core/text/utc.h"

namespace gonogo {
namespace {

bool BeganBefore(const DatabaseEvidence& evidence, const FleetHeader& fleet) {
  const auto began = ParseUtc(evidence.started);
  const auto fleet_began = ParseUtc(fleet.started);
  return !began || !fleet_began || *began + kMostClockSkew < *fleet_began;
}

// Returns why the evidence doesn't count, or "".
std::string DoubtAbout(const DatabaseResult& result, const FleetHeader& fleet) {
  const DatabaseEvidence& evidence = result.evidence;
  if (!evidence.doubts.empty()) {
    return Join(evidence.doubts, "; ") + (result.message.empty() ? "" : ": " + result.message);
  }
  if (evidence.plan_digest != fleet.plan_digest) {
    return fmt::format("its evidence is of another plan (sha256 {}, not {})",
                       evidence.plan_digest.substr(0, 12), fleet.plan_digest.substr(0, 12));
  }
  if (evidence.tool != fleet.tool) {
    return fmt::format("its evidence is by {}, not by {}", evidence.tool, fleet.tool);
  }
  if (evidence.phases != fleet.phases || evidence.checks != fleet.checks ||
      evidence.strict != fleet.strict) {
    return "its evidence is of other phases, checks or severities than the fleet's";
  }
  if (BeganBefore(evidence, fleet)) {
    return fmt::format("its evidence is of {}, but the fleet's run began at {}", evidence.started,
                       fleet.started);
  }
  if (evidence.decision == Decision::kGo && result.exit_status != 0) {
    return fmt::format("its evidence is GO, but its run ended with exit status {}",
                       result.exit_status);
  }
  return "";
}

class FleetJudgement {
 public:
  explicit FleetJudgement(const FleetRecord& record) : record_(record) {
    for (const DatabaseResult& one : record.results) results_[one.database].push_back(&one);
  }

  FleetVerdict Judge() && {
    for (const FleetMember& member : record_.fleet.databases) Weigh(member);
    if (record_.fleet.databases.empty()) AddUndecided("the fleet has no databases");
    RequireOnlyDeclared();
    RequireOwnEvidence();
    SharedTargets shared = SharedTargetsOf(record_);
    for (const std::string& one : shared.unsaid) AddNoGo(one);
    verdict_.remarks = std::move(shared.remarks);
    Conclude();
    return std::move(verdict_);
  }

 private:
  void Weigh(const FleetMember& member) {
    const std::vector<const DatabaseResult*> results = results_[member.name];
    DatabaseVerdict one = results.empty() ? DatabaseVerdict{.database = member.name,
                                                            .text = "NO-GO (not run)",
                                                            .reasons = {"its checks did not run"}}
                                          : VerdictOn(*results.front());
    if (results.size() > 1) {
      AddNoGo(fmt::format("{} ran {} times instead of once", member.name, results.size()));
    }
    ++(one.decision == Decision::kGo     ? verdict_.go
       : one.decision == Decision::kNoGo ? verdict_.no_go
                                         : verdict_.undecided);
    verdict_.databases.push_back(std::move(one));
  }

  DatabaseVerdict VerdictOn(const DatabaseResult& result) {
    const DatabaseEvidence& evidence = result.evidence;
    verdict_.rehearsal |= evidence.rehearsal;
    verdict_.partial |= evidence.partial;
    DatabaseVerdict one{
        .database = result.database, .text = "NO-GO (no verdict)", .result = &result};
    if (const std::string doubt = DoubtAbout(result, record_.fleet); !doubt.empty()) {
      one.reasons = {doubt};
      return one;
    }
    one.decision = evidence.decision;
    one.reasons = evidence.reasons;
    const bool is_unreached = one.decision == Decision::kUndecided && !evidence.unreached.empty();
    one.text = is_unreached ? "NO-GO (not reached)" : evidence.text;
    return one;
  }

  void RequireOnlyDeclared() {
    std::set<std::string> declared;
    for (const FleetMember& one : record_.fleet.databases) declared.insert(one.name);
    std::set<std::string> others;
    for (const DatabaseResult& one : record_.results) {
      if (declared.contains(one.database) || !others.insert(one.database).second) continue;
      AddNoGo(fmt::format("{} ran, but isn't a database of the fleet", one.database));
    }
  }

  // The evidence of one database, copied, would be another's.
  void RequireOwnEvidence() {
    std::map<std::string, std::string> databases;  // by run
    for (const DatabaseResult& one : record_.results) {
      if (one.evidence.run.empty()) continue;
      const auto [first, is_new] = databases.emplace(one.evidence.run, one.database);
      if (is_new || first->second == one.database) continue;
      AddUndecided(fmt::format("{} and {} have the same evidence, of run {}", first->second,
                               one.database, one.evidence.run));
    }
  }

  void AddNoGo(const std::string& reason) {
    verdict_.fleet_reasons.push_back(reason);
    no_go_ = true;
  }
  void AddUndecided(const std::string& reason) {
    verdict_.fleet_reasons.push_back(reason);
    undecided_ = true;
  }

  void Conclude() {
    no_go_ |= verdict_.no_go > 0;
    undecided_ |= verdict_.undecided > 0;
    verdict_.decision = no_go_       ? Decision::kNoGo
                        : undecided_ ? Decision::kUndecided
                                     : Decision::kGo;
    verdict_.text = DecisionName(verdict_.decision);
    const bool has_all_checks = !verdict_.partial;
    verdict_.partial |= record_.fleet.partial();
    if (verdict_.decision != Decision::kGo) return;
    if (record_.fleet.partial()) {
      verdict_.text += fmt::format(" for {} of {}", record_.fleet.databases.size(),
                                   Counted(record_.fleet.rows, "database"));
    }
    if (!has_all_checks) verdict_.text += " for only some of the checks";
  }

  const FleetRecord& record_;
  std::map<std::string, std::vector<const DatabaseResult*>> results_;  // by database
  FleetVerdict verdict_;
  bool no_go_ = false;
  bool undecided_ = false;
};

}  // namespace

std::vector<std::string> FleetVerdict::Reasons() const {
  std::vector<std::string> lines = fleet_reasons;
  for (const DatabaseVerdict& one : databases) {
    if (one.decision == Decision::kGo) continue;
    std::string line = fmt::format("{}: {}", one.database, one.text);
    if (!one.reasons.empty()) line += ": " + one.reasons.front();
    if (one.reasons.size() > 1) {
      line += fmt::format(" (and {})", Counted(one.reasons.size() - 1, "more reason"));
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

FleetVerdict JudgeFleet(const FleetRecord& record) { return FleetJudgement(record).Judge(); }

}  // namespace gonogo
