// One row of a table for each thing; every number is text, so that colour alone says nothing.
#include "reporters/html/table_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "core/plan/shown_command.h"
#include "core/record/clocks.h"
#include "core/record/signoff.h"
#include "core/text/text.h"
#include "reporters/html/anchor.h"
#include "reporters/model/shown_text.h"
#include "reporters/model/tables.h"

namespace gonogo {
namespace {

constexpr std::size_t kMostRelations = 2000;

Json Cell(std::int64_t number, const char* color) {
  return {{"cell", Thousands(number)}, {"cell_class", number == 0 ? "zero" : color}};
}

Json RowOfGrid(const CheckCounts& counts) {
  const bool decides = counts.failed + counts.errors + counts.not_run > counts.advisory;
  return {{"anchor", AnchorOf(counts.check)},
          {"check", Shown(counts.check, 200)},
          {"gate", counts.gate == counts.check ? "" : counts.gate},
          {"cases", Thousands(counts.cases())},
          {"cells",
           {Cell(counts.passed, ""), Cell(counts.failed, decides ? "f" : ""),
            Cell(counts.errors, "e"), Cell(counts.not_run, "e"), Cell(counts.waived, "")}},
          {"took", Took(counts.took)}};
}

std::string SignedNumber(std::int64_t number) {
  return number > 0 ? "+" + Thousands(number) : Thousands(number);
}

Json RowOfRelation(const RelationRows& rows) {
  return {{"class", rows.delta() != 0 || !rows.contents.empty() ? "differs" : ""},
          {"relation", Shown(rows.relation, 300)},
          {"source", Thousands(rows.source)},
          {"target", Thousands(rows.target)},
          {"delta", SignedNumber(rows.delta())},
          {"contents", Shown(rows.contents, 300)},
          {"method", rows.method}};
}

Json SignoffsIn(const RunReport& report) {
  const RunHeader& run = report.evidence.run;
  Json signoffs = Json::array();
  for (const CaseResult& result : report.evidence.cases) {
    if (GateNameOf(report, result.check) != kSignoffGate) continue;
    const Status status = StatusOf(result, run);
    const std::string note = result.error                     ? result.error->message
                             : result.outcome.not_run.empty() ? Join(result.outcome.notes, "; ")
                                                              : result.outcome.not_run;
    signoffs.push_back({{"class", status == Status::kPass ? "" : "unsure"},
                        {"item", Shown(result.subject, 200)},
                        {"status", status == Status::kPass ? "signed" : StatusName(status)},
                        {"note", Shown(note, 600)}});
  }
  return signoffs;
}

Json RowOfWaiver(const WaiverUse& use) {
  const Waiver& waiver = *use.waiver;
  return {
      {"class", use.findings > 0 ? "" : "unsure"},
      {"of", Shown(WhatItAccepts(waiver), 400)},
      {"state", Shown(use.state, 200)},
      {"owner", Shown(waiver.owner, 200)},
      {"until", Shown(waiver.until, 40)},
      {"reason", Shown(waiver.reason, 600)},
      {"digest", waiver.plan_digest.empty() ? "in the plan" : waiver.plan_digest.substr(0, 12)}};
}

// By how much a clock was ahead of the host's.
std::string ClockText(const Server& server) {
  if (server.clock.empty()) return "";
  const auto ms = server.clock_ahead.count();
  return ShownTime(server.clock) +
         (ms == 0 ? ""
                  : fmt::format(" ({} {})", Took(std::chrono::abs(server.clock_ahead)),
                                ms > 0 ? "ahead" : "behind"));
}

using ServerText = std::function<std::string(const Server&)>;

const std::vector<std::pair<std::string, ServerText>>& RowsOfServers() {
  static const std::vector<std::pair<std::string, ServerText>> rows = {
      {"address", [](const Server& one) { return one.address; }},
      {"PostgreSQL", [](const Server& one) { return one.version; }},
      {"not reached", [](const Server& one) { return one.error; }},
      {"system identifier", [](const Server& one) { return one.system_identifier; }},
      {"database OID", [](const Server& one) { return one.database_oid; }},
      {"snapshot", [](const Server& one) { return one.snapshot; }},
      {"snapshot taken",
       [](const Server& one) {
         return one.snapshot_time.empty() ? ""
                                          : ShownTime(one.snapshot_time.substr(0, 19) + ".000Z");
       }},
      {"WAL position", [](const Server& one) { return one.wal_lsn; }},
      {"clock", ClockText},
      {"role", [](const Server& one) {
         if (!one.error.empty()) return "";
         return one.throw_away ? "throw-away server" : one.in_recovery ? "standby" : "primary";
       }}};
  return rows;
}

}  // namespace

Json GridPart(const RunReport& report) {
  const std::vector<CheckCounts> all = CountsByCheck(report);
  if (all.empty()) return Json::object();
  Json phases = Json::array();
  for (const CheckCounts& counts : all) {
    const std::string& phase = PhaseName(counts.phase);
    if (phases.empty() || phases.back().at("phase") != phase) {
      phases.push_back({{"phase", phase}, {"rows", Json::array()}});
    }
    phases.back()["rows"].push_back(RowOfGrid(counts));
  }
  return {{"grid", {{"grid_phases", std::move(phases)}}}};
}

Json RowsPart(const RunReport& report) {
  const std::vector<RelationRows> all = RowsOf(report.evidence);
  if (all.empty()) return Json::object();
  Json rows = Json::array();
  std::int64_t different = 0;
  for (const RelationRows& one : all) {
    if (one.delta() != 0) ++different;
    if (rows.size() < kMostRelations) rows.push_back(RowOfRelation(one));
  }
  const std::size_t more = all.size() - rows.size();
  return {{"counts_table",
           {{"counts_note", fmt::format("{} counted, {} with another number of rows. The largest "
                                        "difference is first.",
                                        Counted(all.size(), "relation"), different)},
            {"row_counts", std::move(rows)},
            {"counts_cut",
             more == 0 ? "" : fmt::format("{} more relations: evidence.jsonl has all.", more)}}}};
}

Json AcceptedPart(const RunReport& report) {
  const Json signoffs = SignoffsIn(report);
  Json waivers = Json::array();
  for (const WaiverUse& use : WaiversOf(report.evidence)) waivers.push_back(RowOfWaiver(use));
  if (signoffs.empty() && waivers.empty()) return Json::object();
  Json part = {{"signoff_table", false}, {"waiver_table", false}};
  if (!signoffs.empty()) part["signoff_table"] = {{"signoffs", signoffs}};
  if (!waivers.empty()) part["waiver_table"] = {{"waivers", std::move(waivers)}};
  return {{"accepted", std::move(part)}};
}

Json ServersPart(const RunReport& report) {
  const auto& servers = report.evidence.run.servers;
  if (servers.empty()) return Json::object();
  Json sides = Json::array();
  for (const Server& server : servers) sides.push_back({{"side", Shown(server.side, 40)}});
  Json rows = Json::array();
  for (const auto& [label, text] : RowsOfServers()) {
    Json values = Json::array();
    bool has_text = false;
    for (const Server& server : servers) {
      values.push_back(Shown(text(server), 500));
      has_text = has_text || !values.back().get_ref<const std::string&>().empty();
    }
    if (has_text) rows.push_back({{"label", label}, {"values", std::move(values)}});
  }
  Json exclusions = Json::array();
  for (const Exclusion& one : report.plan.exclusions) {
    const std::string object = one.relation.empty() ? "schema " + one.schema : one.relation;
    exclusions.push_back({{"object", Shown(object, 200)}, {"why", Shown(one.reason, 600)}});
  }
  Json part = {{"sides", std::move(sides)}, {"server_rows", std::move(rows)}, {"left_out", false}};
  if (!exclusions.empty()) part["left_out"] = {{"exclusions", std::move(exclusions)}};
  return {{"servers", std::move(part)}};
}

// The page is written before anybody signs, so it can't say whether somebody did.
std::string EvidenceNote(const std::string& folder) {
  const std::string in = folder.empty() ? "" : "In " + Shown(folder, 300) + ". ";
  return in +
         "Signatures, if there are any, are beside this page in signatures/; it doesn't check them: "
         "gonogo evidence verify " +
         (folder.empty() ? "DIR" : ShellWord(Shown(folder, 300))) +
         " --key FILE. The lines of evidence.jsonl decide; this page only shows them.";
}

Json FilesPart(const RunReport& report) {
  Json files = Json::array();
  for (const EvidenceFile& file : report.files) {
    files.push_back({{"name", Shown(file.name, 200)},
                     {"bytes", Thousands(file.bytes)},
                     {"digest", file.sha256}});
  }
  for (const auto& [name, digest] : report.evidence.run.files.items()) {
    files.push_back({{"name", "named by the plan: " + Shown(name, 200)},
                     {"bytes", ""},
                     {"digest", digest.is_string() ? digest.get<std::string>() : ""}});
  }
  return {{"evidence_note", EvidenceNote(report.folder)},
          {"plan_file", Shown(report.plan.file, 300)},
          {"plan_digest", report.evidence.run.plan_digest},
          {"files", std::move(files)}};
}

}  // namespace gonogo
