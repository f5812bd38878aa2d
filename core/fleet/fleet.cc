// Writes and reads the lines of fleet.jsonl. A line has everything by which its database is judged,
// so that the verdict follows from the lines alone.
#include "core/fleet/fleet.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/error.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

constexpr int kFleetFormat = 1;

Decision DecisionFrom(const std::string& name) {
  for (const Decision one : {Decision::kGo, Decision::kNoGo, Decision::kUndecided}) {
    if (DecisionName(one) == name) return one;
  }
  throw PlanError(fmt::format("there is no decision \"{}\"", Printable(name)));
}

bool IsPlainLetter(char one) {
  return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z') || (one >= '0' && one <= '9');
}

std::string DatabaseNameFrom(const Json& json) {
  const std::string name = json;
  if (!IsDatabaseName(name)) {
    throw PlanError(fmt::format("\"{}\" can't be the name of a database", Printable(name)));
  }
  return name;
}

FleetHeader FleetHeaderFrom(const Json& line) {
  if (line.at("format") != kFleetFormat)
    throw PlanError(fmt::format("the format isn't {}", kFleetFormat));
  FleetHeader fleet{.run = line.at("run"),
                    .tool = line.at("tool"),
                    .plan = line.at("plan"),
                    .plan_file = line.at("plan_file"),
                    .file = line.at("file"),
                    .plan_digest = line.at("plan_digest"),
                    .strict = line.at("strict"),
                    .phases = line.at("phases"),
                    .checks = line.at("checks"),
                    .rows = line.at("rows"),
                    .started = line.at("started"),
                    .who = line.at("who"),
                    .host = line.at("host"),
                    .pipeline = line.at("pipeline")};
  for (const Json& one : line.at("databases")) {
    fleet.databases.push_back({.name = DatabaseNameFrom(one.at("name")),
                               .same_target_as = one.value("same_target_as", "")});
  }
  return fleet;
}

DatabaseEvidence DatabaseEvidenceFrom(const Json& json) {
  const Json& target = json.at("target");
  const Json& chain = json.at("chain");
  return {.doubts = json.at("doubts"),
          .run = json.at("run"),
          .tool = json.at("tool"),
          .plan_digest = json.at("plan_digest"),
          .strict = json.at("strict"),
          .phases = json.at("phases"),
          .checks = json.at("checks"),
          .started = json.at("started"),
          .finished = json.at("finished"),
          .decision = DecisionFrom(json.at("decision")),
          .text = json.at("text"),
          .partial = json.at("partial"),
          .rehearsal = json.at("rehearsal"),
          .reasons = json.at("reasons"),
          .cases = json.at("cases"),
          .passed = json.at("passed"),
          .waived = json.at("waived"),
          .unreached = json.at("unreached"),
          .address = target.at("address"),
          .system_identifier = target.at("system_identifier"),
          .database_oid = target.at("database_oid"),
          .chain = {.lines = chain.at("lines"), .sha256 = chain.at("sha256")}};
}

DatabaseResult DatabaseResultFrom(const Json& line) {
  if (line.at("type") != "database") throw PlanError("its type isn't \"database\"");
  return {.database = DatabaseNameFrom(line.at("database")),
          .exit_status = line.at("exit_status"),
          .message = line.at("message"),
          .evidence = DatabaseEvidenceFrom(line.at("evidence"))};
}

}  // namespace

bool IsDatabaseName(const std::string& name) {
  constexpr std::size_t kLongest = 100;
  return !name.empty() && name.size() <= kLongest && IsPlainLetter(name.front()) &&
         IsPlainLetter(name.back()) && std::all_of(name.begin(), name.end(), [](char one) {
           return IsPlainLetter(one) || one == '.' || one == '_' || one == '-';
         });
}

Json ToJson(const FleetHeader& fleet) {
  Json databases = Json::array();
  for (const FleetMember& one : fleet.databases) {
    Json member = {{"name", one.name}};
    if (!one.same_target_as.empty()) member["same_target_as"] = one.same_target_as;
    databases.push_back(std::move(member));
  }
  return {{"type", "fleet"},
          {"format", kFleetFormat},
          {"run", fleet.run},
          {"tool", fleet.tool},
          {"plan", fleet.plan},
          {"plan_file", fleet.plan_file},
          {"file", fleet.file},
          {"plan_digest", fleet.plan_digest},
          {"strict", fleet.strict},
          {"phases", fleet.phases},
          {"checks", fleet.checks},
          {"rows", fleet.rows},
          {"started", fleet.started},
          {"who", fleet.who},
          {"host", fleet.host},
          {"pipeline", fleet.pipeline},
          {"databases", std::move(databases)}};
}

Json ToJson(const DatabaseEvidence& evidence) {
  return {{"doubts", evidence.doubts},
          {"run", evidence.run},
          {"tool", evidence.tool},
          {"plan_digest", evidence.plan_digest},
          {"strict", evidence.strict},
          {"phases", evidence.phases},
          {"checks", evidence.checks},
          {"started", evidence.started},
          {"finished", evidence.finished},
          {"decision", DecisionName(evidence.decision)},
          {"text", evidence.text},
          {"partial", evidence.partial},
          {"rehearsal", evidence.rehearsal},
          {"reasons", evidence.reasons},
          {"cases", evidence.cases},
          {"passed", evidence.passed},
          {"waived", evidence.waived},
          {"unreached", evidence.unreached},
          {"target",
           {{"address", evidence.address},
            {"system_identifier", evidence.system_identifier},
            {"database_oid", evidence.database_oid}}},
          {"chain", ToJson(evidence.chain)}};
}

Json ToJson(const DatabaseResult& result) {
  return {{"type", "database"},
          {"database", result.database},
          {"exit_status", result.exit_status},
          {"message", result.message},
          {"evidence", ToJson(result.evidence)}};
}

FleetRecord ParseFleet(const std::string& lines, const std::string& file) {
  FleetRecord record;
  bool has_header = false;
  const auto read = [&](const Json& line) {
    if (has_header) {
      record.results.push_back(DatabaseResultFrom(line));
      return;
    }
    if (line.at("type") != "fleet") throw PlanError("the first line isn't that of the fleet");
    record.fleet = FleetHeaderFrom(line);
    has_header = true;
  };
  record.chain = ReadChainedLines(lines, file, "line of a fleet", read, UnfinishedLine::kThrow,
                                  Unchained::kRefused);
  if (!has_header) throw PlanError(file + " has no lines");
  return record;
}

}  // namespace gonogo
