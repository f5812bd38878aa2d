// Writes evidence as lines of JSON. evidence_lines.cc reads them back.
#include "core/record/evidence.h"

#include <algorithm>

#include "core/json/json.h"
#include "core/record/evidence_lines.h"
#include "core/record/verdict.h"

namespace gonogo {
namespace {

Json ToJson(const Server& server) {
  if (!server.error.empty()) return {{"side", server.side}, {"error", server.error}};
  Json json = {{"side", server.side},
               {"address", server.address},
               {"version", server.version},
               {"system_identifier", server.system_identifier},
               {"database_oid", server.database_oid},
               {"in_recovery", server.in_recovery},
               {"throw_away", server.throw_away},
               {"snapshot", server.snapshot},
               {"wal_lsn", server.wal_lsn},
               {"snapshot_time", server.snapshot_time}};
  if (server.clock.empty()) return json;
  json["clock"] = server.clock;
  json["clock_ahead_ms"] = server.clock_ahead.count();
  return json;
}

Json ToJson(const DeclaredCase& declared) {
  return {{"check", declared.check},
          {"subject", declared.subject},
          {"phase", PhaseName(declared.phase)},
          {"severity", SeverityName(declared.severity)}};
}

Json ToJson(const CheckFacts& facts) {
  Json json = {{"gate", facts.gate}};
  if (!facts.owner.empty()) json["owner"] = facts.owner;
  if (facts.max_age.count() > 0) json["max_age_minutes"] = facts.max_age.count();
  if (!facts.after) return json;
  json["after"] = {{"check", facts.after->check}};
  if (facts.after->passed.empty()) return json;
  json["after"]["passed"] = facts.after->passed;
  json["after"]["run"] = facts.after->run;
  return json;
}

// Adds what waivers accept, and how many findings each.
void AddAccepted(const CaseResult& result, const RunHeader& run, Json& line) {
  const Acceptance acceptance = AcceptanceOf(result, run);
  if (acceptance.by.empty()) return;
  if (StatusOf(result, run) == Status::kWaived) {
    line["waiver"] = ToBriefJson(*acceptance.by.front().waiver);
  }
  for (const auto& [waiver, findings] : acceptance.by) {
    line["accepted"].push_back({{"findings", findings}, {"waiver", ToBriefJson(*waiver)}});
  }
}

}  // namespace

bool RunHeader::rehearsal() const {
  return std::any_of(servers.begin(), servers.end(),
                     [](const Server& server) { return server.throw_away; });
}

Json ToJson(const Finding& finding) {
  return {{"subject", finding.subject},
          {"have", finding.have},
          {"want", finding.want},
          {"severity", SeverityName(finding.severity)}};
}

Json ToJson(const RunHeader& header) {
  Json json = WithoutCases(header);
  for (const DeclaredCase& one : header.declared) json["declared"].push_back(ToJson(one));
  return json;
}

Json WithoutCases(const RunHeader& header) {
  Json servers = Json::array();
  for (const Server& server : header.servers) servers.push_back(ToJson(server));
  Json waivers = Json::array();
  for (const Waiver& one : header.waivers) waivers.push_back(ToJson(one));
  Json json = {{"type", "run"},
               {"format", kEvidenceFormat},
               {"run", header.run},
               {"tool", header.tool},
               {"plan", header.plan},
               {"plan_digest", header.plan_digest},
               {"rehearsal", header.rehearsal()},
               {"strict", header.strict},
               {"phases", header.phases},
               {"checks", header.checks},
               {"started", header.started},
               {"who", header.who},
               {"host", header.host},
               {"servers", std::move(servers)},
               {"declared", Json::array()},
               {"waivers", std::move(waivers)}};
  for (const auto& [check, facts] : header.about) json["about"][check] = ToJson(facts);
  if (header.window) {
    json["window"] = {{"from", header.window->from}, {"until", header.window->until}};
  }
  if (!header.pipeline.empty()) json["pipeline"] = header.pipeline;
  if (!header.plan_file.empty()) json["plan_file"] = header.plan_file;
  if (!header.env_file.empty()) json["env_file"] = header.env_file;
  if (!header.files.empty()) json["files"] = header.files;
  if (!header.arguments.empty()) json["arguments"] = header.arguments;
  if (header.planned > 0) json["planned"] = header.planned;
  if (!header.merged.empty()) json["merged"] = header.merged;
  if (header.shard) {
    const auto& [set, shard, of] = *header.shard;
    json["shard"] = {{"set", set}, {"shard", shard}, {"of", of}};
  }
  return json;
}

Json ToJson(const CaseResult& result, const RunHeader& run) {
  Json findings = Json::array();
  for (const Finding& finding : result.outcome.findings) findings.push_back(ToJson(finding));
  Json line = {{"type", "case"},
               {"check", result.check},
               {"subject", result.subject},
               {"severity", SeverityName(result.severity)},
               {"status", StatusName(StatusOf(result, run))},
               {"examined", result.outcome.examined},
               {"findings", std::move(findings)},
               {"notes", result.outcome.notes},
               {"started", result.started},
               {"duration_ms", result.duration.count()}};
  if (!result.outcome.measured.empty()) line["measured"] = result.outcome.measured;
  if (!result.sees.empty()) line["sees"] = result.sees;
  if (result.outcome.has_more) line["has_more"] = true;
  if (!result.outcome.not_run.empty()) line["not_run"] = result.outcome.not_run;
  AddAccepted(result, run, line);
  if (result.error) {
    line["error"] = {{"message", result.error->message}, {"sqlstate", result.error->sqlstate}};
  }
  return line;
}

Json ContradictionJson(const std::string& contradiction) {
  return {{"type", "contradiction"}, {"message", contradiction}};
}

}  // namespace gonogo
