// Writes evidence as lines of JSON, and reads it back.
#include "core/record/evidence.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/error.h"
#include "core/json/json.h"
#include "core/json/json_lines.h"
#include "core/record/verdict.h"

namespace gonogo {
namespace {

// The version of the line format. Evidence in another format is an error.
constexpr int kEvidenceFormat = 1;

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

Server ServerFrom(const Json& line) {
  if (line.contains("error")) return {.side = line.at("side"), .error = line.at("error")};
  return {.side = line.at("side"),
          .error = "",
          .address = line.at("address"),
          .version = line.at("version"),
          .system_identifier = line.at("system_identifier"),
          .database_oid = line.at("database_oid"),
          .snapshot = line.at("snapshot"),
          .wal_lsn = line.at("wal_lsn"),
          .snapshot_time = line.at("snapshot_time"),
          .clock = line.value("clock", ""),
          .clock_ahead = std::chrono::milliseconds(line.value("clock_ahead_ms", std::int64_t{0})),
          .in_recovery = line.at("in_recovery"),
          .throw_away = line.at("throw_away")};
}

Json ToJson(const DeclaredCase& declared) {
  return {{"check", declared.check},
          {"subject", declared.subject},
          {"phase", PhaseName(declared.phase)},
          {"severity", SeverityName(declared.severity)}};
}

DeclaredCase DeclaredFrom(const Json& line) {
  return {.check = line.at("check"),
          .subject = line.at("subject"),
          .phase = PhaseNamed(line.at("phase").get<std::string>()).value(),
          .severity = SeverityNamed(line.at("severity"))};
}

RunHeader HeaderFrom(const Json& line) {
  if (line.at("format") != kEvidenceFormat)
    throw PlanError(fmt::format("the format isn't {}", kEvidenceFormat));
  RunHeader header{.run = line.at("run"),
                   .tool = line.at("tool"),
                   .plan = line.at("plan"),
                   .plan_digest = line.at("plan_digest"),
                   .files = line.value("files", Json::object()),
                   .arguments = line.value("arguments", ""),
                   .strict = line.at("strict"),
                   .phases = line.at("phases"),
                   .checks = line.at("checks"),
                   .planned = line.value("planned", std::int64_t{0}),
                   .started = line.at("started"),
                   .servers = {},
                   .declared = {},
                   .waivers = {}};
  for (const Json& server : line.at("servers")) header.servers.push_back(ServerFrom(server));
  for (const Json& one : line.at("declared")) header.declared.push_back(DeclaredFrom(one));
  // Evidence of earlier versions has no waivers.
  const Json waivers = line.value("waivers", Json::array());
  for (const Json& one : waivers) header.waivers.push_back(WaiverFrom(one));
  if (line.at("rehearsal") != header.rehearsal()) {
    throw PlanError("\"rehearsal\" doesn't fit the servers");
  }
  return header;
}

CaseResult ResultFrom(const Json& line) {
  if (!line.at("examined").is_number_integer()) throw PlanError("\"examined\" isn't an integer");
  CaseResult result{.check = line.at("check"),
                    .subject = line.at("subject"),
                    .severity = SeverityNamed(line.at("severity")),
                    .outcome = {.examined = line.at("examined"),
                                .findings = {},
                                .notes = {},
                                .measured = line.value("measured", Json::object()),
                                .has_more = line.value("has_more", false),
                                .not_run = line.value("not_run", "")},
                    .error = {},
                    .started = line.at("started"),
                    .duration = std::chrono::milliseconds(line.at("duration_ms"))};
  for (const Json& finding : line.at("findings")) {
    result.outcome.findings.push_back({.subject = finding.at("subject"),
                                       .have = finding.at("have"),
                                       .want = finding.at("want"),
                                       .severity = SeverityNamed(finding.at("severity"))});
  }
  for (const Json& note : line.at("notes")) result.outcome.notes.push_back(note);
  if (line.contains("error")) {
    result.error = CaseError{line.at("error").at("message"), line.at("error").at("sqlstate")};
  }
  return result;
}

// The status is in the line for readers. If it isn't the one that follows from the rest of the
// line, somebody changed one of them.
void AddCase(const Json& line, Evidence& evidence) {
  if (evidence.run.run.empty()) throw PlanError("a case comes before the header");
  const CaseResult& result = evidence.cases.emplace_back(ResultFrom(line));
  const std::string& status = StatusName(StatusOf(result, evidence.run));
  if (line.at("status") == status) return;
  throw PlanError(fmt::format("\"status\" of {} is {}, but the rest of the line makes it {}",
                              result.name(), ToText(line.at("status")), status));
}

void AddLine(const Json& line, Evidence& evidence) {
  if (line.at("type") == "run") {
    if (!evidence.run.run.empty()) throw PlanError("a second header: the file has two runs");
    evidence.run = HeaderFrom(line);
  } else if (line.at("type") == "case") {
    AddCase(line, evidence);
  } else if (line.at("type") == "contradiction") {
    evidence.contradictions.push_back(line.at("message"));
  } else {
    throw PlanError("\"type\" must be run, case or contradiction");
  }
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
  Json servers = Json::array();
  for (const Server& server : header.servers) servers.push_back(ToJson(server));
  Json declared = Json::array();
  for (const DeclaredCase& one : header.declared) declared.push_back(ToJson(one));
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
               {"servers", std::move(servers)},
               {"declared", std::move(declared)},
               {"waivers", std::move(waivers)}};
  if (!header.files.empty()) json["files"] = header.files;
  if (!header.arguments.empty()) json["arguments"] = header.arguments;
  if (header.planned > 0) json["planned"] = header.planned;
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

Evidence ParseEvidence(const std::string& lines, const std::string& file) {
  Evidence evidence;
  ReadJsonLines(
      lines, file, "evidence line", [&](const Json& line) { AddLine(line, evidence); },
      UnfinishedLine::kRead);
  if (evidence.run.run.empty()) throw PlanError(file + ": the header line is missing");
  return evidence;
}

}  // namespace gonogo
