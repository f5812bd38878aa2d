// Of a database that is sound it says one line: a fleet has hundreds.
#include "app/fleet/fleet_verification.h"

#include <fmt/format.h>

#include <set>

#include "app/fleet/database_evidence.h"
#include "app/fleet/fleet_conclusion.h"
#include "app/proof/policy_check.h"
#include "app/proof/sealed_folder.h"
#include "app/proof/signatures.h"
#include "app/run/run.h"
#include "app/sealing/fleet_predicates.h"
#include "core/error.h"
#include "core/json/json_error.h"
#include "core/record/clocks.h"
#include "core/record/freshness.h"
#include "core/text/text.h"
#include "fixtures/system/clock.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

// Returns the text that gonogo would write for the record.
std::string LinesOf(const FleetRecord& record) {
  ChainEnd end;
  std::string lines;
  const auto add = [&](const Json& line) {
    const std::string text = ChainedText(line, end);
    end = After(end, text);
    lines += text + "\n";
  };
  add(ToJson(record.fleet));
  for (const DatabaseResult& one : record.results) add(ToJson(one));
  return lines;
}

class FleetVerifying {
 public:
  FleetVerifying(const fs::path& folder, const VerifyRequest& request)
      : folder_(folder), request_(request), sealed_(folder, list_) {}

  FleetVerification Run() {
    if (!ReadLines()) return {.list = std::move(list_)};
    is_own_version_ = record_.fleet.tool == ToolName();
    CheckHeader();
    for (const DatabaseResult& one : record_.results) CheckDatabase(one);
    CheckComplete();
    const FleetVerdict verdict = JudgeFleet(record_);
    CheckVerdict(verdict);
    CheckRequired(verdict, CountKeys(verdict));
    return {.list = std::move(list_), .record = std::move(record_)};
  }

 private:
  void Good(const std::string& text) { list_.Add(PointState::kGood, text); }
  void Wrong(const std::string& text) { list_.Add(PointState::kWrong, text); }
  void Open(const std::string& text) { list_.Add(PointState::kOpen, text); }

  bool ReadLines() {
    if (!sealed_.Has(kFleetLines)) {
      Open(fmt::format("there is no {}: nothing to verify", kFleetLines));
      return false;
    }
    try {
      const std::string lines = sealed_.Read(kFleetLines);
      record_ = ParseFleet(lines, kFleetLines);
      if (record_.fleet.tool == ToolName() && lines != LinesOf(record_)) {
        throw PlanError(fmt::format("{}: gonogo would write a line otherwise", kFleetLines));
      }
    } catch (const std::exception& error) {
      Wrong(WhatIsWrong(error));
      return false;
    }
    Good(fmt::format("{}: {}, one chain that ends with {}", kFleetLines,
                     Counted(record_.chain.lines, "line"), record_.chain.sha256.substr(0, 12)));
    return true;
  }

  void CheckHeader() {
    const FleetHeader& fleet = record_.fleet;
    Good(fmt::format("run {} of {} under plan {}, sha256 {}, by {} on {} at {}", fleet.run,
                     Counted(fleet.databases.size(), "database"), Printable(fleet.plan),
                     fleet.plan_digest, Printable(fleet.who), Printable(fleet.host),
                     fleet.started));
    try {
      if (TimeBetween(fleet.started, request_.now) < -kMostClockSkew) {
        Wrong(fmt::format("{}: it is of {}, but it is {} now: a clock is wrong", kFleetLines,
                          fleet.started, request_.now));
      }
    } catch (const std::exception& error) {
      Wrong(fmt::format("{}: {}", kFleetLines, WhatIsWrong(error)));
    }
  }

  // The line's evidence must be that in the folder.
  void CheckDatabase(const DatabaseResult& result) {
    const std::string name = Printable(result.database);
    const fs::path folder = folder_ / kDatabasesFolder / result.database;
    if (!fs::is_directory(fs::symlink_status(folder))) {
      return Open(fmt::format(
          "{}: there is no evidence: {}", name,
          result.message.empty() ? "its folder is missing" : Printable(result.message)));
    }
    const Verification verified =
        VerifyEvidence(folder, {.signers = request_.signers, .now = request_.now, .is_part = true});
    const std::string until = CountsUntil(verified.evidence);
    if (counts_until_.empty() || (!until.empty() && until < counts_until_)) counts_until_ = until;
    bool is_sound = true;
    for (const Point& point : verified.list.points) {
      if (point.state == PointState::kGood || point.state == PointState::kNote) continue;
      is_sound = false;
      list_.Add(point.state, name + ": " + point.text);
    }
    if (!is_own_version_) return;
    if (verified.evidence.chain != result.evidence.chain ||
        ToJson(DatabaseEvidenceIn(folder)) != ToJson(result.evidence)) {
      return Wrong(
          fmt::format("{}: {} has other evidence of it than its folder", name, kFleetLines));
    }
    if (is_sound) Good(fmt::format("{}: its evidence is sound: {}", name, verified.list.verdict));
  }

  void CheckComplete() {
    std::set<std::string> known;
    for (const FleetMember& one : record_.fleet.databases) known.insert(one.name);
    std::set<std::string> ran;
    for (const DatabaseResult& one : record_.results) ran.insert(one.database);
    for (const std::string& name : known) {
      if (!ran.contains(name)) Open(fmt::format("{}: it did not run", Printable(name)));
    }
    std::error_code missing;
    for (const auto& entry : fs::directory_iterator(folder_ / kDatabasesFolder, missing)) {
      const std::string name = entry.path().filename().string();
      if (known.contains(name)) continue;  // also if its run did not end, which is told above
      Wrong(fmt::format("{}/{} is of no database of the fleet", kDatabasesFolder, Printable(name)));
    }
  }

  void CheckVerdict(const FleetVerdict& verdict) {
    list_.verdict = verdict.text;
    if (!sealed_.Has("verdict.json")) {
      list_.verdict = "NO VERDICT";
      return Open("there is no verdict.json: the fleet's run broke off");
    }
    if (!is_own_version_) {
      return Open(
          fmt::format("the verdict was by {}, and this is {}, which may judge otherwise: "
                      "verify by that version",
                      Printable(record_.fleet.tool), ToolName()));
    }
    try {
      RequireOwnFleetVerdict(record_, verdict, sealed_.Read("verdict.json"));
      Good(fmt::format("verdict.json: {} follows from {}", verdict.text,
                       Counted(record_.results.size(), "database")));
    } catch (const std::exception& error) {
      Wrong("verdict.json: " + WhatIsWrong(error));
    }
  }

  std::int64_t CountKeys(const FleetVerdict& verdict) {
    const Signed what{
        .file = kSumsFile, .text = sealed_.sums(), .predicates = PredicatesOf(record_, verdict)};
    return static_cast<std::int64_t>(
        VerifySignatures(folder_, sealed_.files(), what, request_.signers, request_.now, list_)
            .size());
  }

  void CheckRequired(const FleetVerdict& verdict, std::int64_t keys) {
    const FleetHeader& fleet = record_.fleet;
    CheckPolicy(request_.policy,
                {.keys = keys,
                 .is_whole_go = sealed_.Has("verdict.json") && verdict.decision == Decision::kGo &&
                                !verdict.partial,
                 .verdict = list_.verdict,
                 .phases = fleet.phases,
                 .is_rehearsal = verdict.rehearsal,
                 .plan_digest = fleet.plan_digest,
                 .started = fleet.started,
                 .counts_until = counts_until_},
                request_.now, list_);
  }

  const fs::path& folder_;
  const VerifyRequest& request_;
  Checklist list_;
  SealedFolder sealed_;
  FleetRecord record_;
  bool is_own_version_ = false;
  std::string counts_until_;  // the results of all databases: UTC; "": without an end
};

}  // namespace

bool IsFleetFolder(const fs::path& folder) { return fs::exists(folder / kFleetLines); }

FleetVerification VerifyFleet(const fs::path& folder, const VerifyRequest& request) {
  return FleetVerifying(folder, request).Run();
}

}  // namespace gonogo
