// Reads the lines of evidence.jsonl: ParseEvidence, which evidence.h declares, refuses a damaged
// file.
#include "core/record/evidence_lines.h"

#include <fmt/format.h>

#include <utility>

#include "core/error.h"
#include "core/json/json.h"
#include "core/json/json_error.h"
#include "core/record/freshness.h"
#include "core/record/plain_lines.h"
#include "core/record/verdict.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

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

DeclaredCase DeclaredFrom(const Json& line) {
  return {.check = line.at("check"),
          .subject = line.at("subject"),
          .phase = PhaseNamed(line.at("phase").get<std::string>()).value(),
          .severity = SeverityNamed(line.at("severity"))};
}

CheckFacts CheckFactsFrom(const Json& line) {
  CheckFacts facts{.gate = line.at("gate"), .owner = line.value("owner", "")};
  facts.max_age = std::chrono::minutes(line.value("max_age_minutes", std::int64_t{0}));
  if (!line.contains("after")) return facts;
  const Json& after = line["after"];
  facts.after = FirstCheck{after.at("check"), after.value("passed", ""), after.value("run", "")};
  return facts;
}

RunHeader HeaderFrom(const Json& line) {
  if (line.at("format") != kEvidenceFormat)
    throw PlanError(fmt::format("the format isn't {}", kEvidenceFormat));
  RunHeader header{.run = line.at("run"),
                   .tool = line.at("tool"),
                   .plan = line.at("plan"),
                   .plan_file = line.value("plan_file", ""),
                   .env_file = line.value("env_file", ""),
                   .plan_digest = line.at("plan_digest"),
                   .files = line.value("files", Json::object()),
                   .arguments = line.value("arguments", ""),
                   .strict = line.at("strict"),
                   .phases = line.at("phases"),
                   .checks = line.at("checks"),
                   .planned = line.value("planned", std::int64_t{0}),
                   .started = line.at("started"),
                   .merged = line.value("merged", ""),
                   .who = line.at("who"),
                   .host = line.at("host"),
                   .pipeline = line.value("pipeline", ""),
                   .servers = {},
                   .declared = {},
                   .waivers = {}};
  for (const Json& server : line.at("servers")) header.servers.push_back(ServerFrom(server));
  for (const Json& one : line.at("declared")) header.declared.push_back(DeclaredFrom(one));
  // Evidence of earlier versions has no waivers.
  const Json waivers = line.value("waivers", Json::array());
  for (const Json& one : waivers) header.waivers.push_back(WaiverFrom(one));
  const Json about = line.value("about", Json::object());
  for (const auto& [check, facts] : about.items()) {
    header.about[check] = CheckFactsFrom(facts);
  }
  if (line.contains("window")) {
    header.window = Window{line["window"].at("from"), line["window"].at("until")};
  }
  if (line.contains("shard")) {
    const Json& shard = line["shard"];
    header.shard = ShardOf{shard.at("set"), shard.at("shard"), shard.at("of")};
  }
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
                    .duration = std::chrono::milliseconds(line.at("duration_ms")),
                    .sees = line.value("sees", "")};
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
  CaseResult result = ResultFrom(line);
  const std::string& status = StatusName(StatusOf(result, evidence.run));
  if (line.at("status") != status) {
    throw PlanError(fmt::format("\"status\" of {} is {}, but the rest of the line makes it {}",
                                result.name(), ToText(line.at("status")), status));
  }
  evidence.cases.push_back(std::move(result));
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

// Returns false for a header that must be read as JSON, which says what is wrong with it.
bool AddPlainHeader(std::string_view members, Evidence& evidence) {
  std::optional<PlainHeader> plain = PlainHeaderOf(members);
  if (!plain) return false;
  RunHeader header;
  try {
    header = HeaderFrom(ParseRecord("{" + plain->rest));
  } catch (const std::exception&) {
    return false;
  }
  if (plain->rest != std::string_view(ToText(WithoutCases(header))).substr(1)) return false;
  evidence.run = std::move(header);
  evidence.run.declared = std::move(plain->declared);
  evidence.cases.reserve(evidence.run.declared.size());
  return true;
}

bool AddPlainLine(std::string_view members, Evidence& evidence) {
  const bool is_added = evidence.run.run.empty() ? AddPlainHeader(members, evidence)
                                                 : AddPlainCase(members, evidence.cases);
  if (is_added) evidence.own_lines.push_back(true);
  return is_added;
}

}  // namespace

Evidence ParseWritten(std::string_view lines, const std::string& file) {
  Evidence evidence;
  const auto add = [&](const Json& line) {
    AddLine(line, evidence);
    evidence.own_lines.push_back(false);
  };
  evidence.chain = ReadChainedLines(
      lines, file, "evidence line", add, UnfinishedLine::kThrow, Unchained::kRefused,
      [&](std::string_view members) { return AddPlainLine(members, evidence); });
  if (evidence.run.run.empty()) throw PlanError(file + ": the header line is missing");
  return evidence;
}

Evidence ParseEvidence(std::string_view lines, const std::string& file) {
  Evidence evidence = ParseWritten(lines, file);
  ExpireResults(evidence);
  return evidence;
}

std::optional<CaseResult> CaseIn(const std::string& line) {
  try {
    const Json json = ParseRecord(line);
    if (json.at("type") == "case") return ResultFrom(json);
  } catch (const std::exception&) {
    return std::nullopt;
  }
  return std::nullopt;
}

ReadableEvidence ReadWhatIsReadable(const std::string& lines, const std::string& file) {
  ReadableEvidence read;
  std::vector<std::string> texts = Split(lines, '\n');
  if (texts.back().empty()) texts.pop_back();
  ChainEnd& chain = read.evidence.chain;
  for (const std::string& text : texts) {
    const auto say = [&](const std::string& what) {
      read.unreadable.push_back(fmt::format("{}:{}: {}", file, chain.lines + 1, what));
    };
    try {
      const Json line = ParseRecord(text);
      const std::string fault = ChainFault(text, line, chain);
      if (!fault.empty()) say(fault);
      AddLine(line, read.evidence);
    } catch (const std::exception& error) {
      say(WhatIsWrong(error));
    }
    chain = After(chain, text);
  }
  if (read.evidence.run.run.empty()) {
    read.unreadable.insert(read.unreadable.begin(), file + ": the header line is missing");
  }
  try {
    ExpireResults(read.evidence);
  } catch (const std::exception& error) {
    read.unreadable.push_back(file + ": " + WhatIsWrong(error));
  }
  return read;
}

}  // namespace gonogo
