// A row for each declared case, in the order of the plan.
#include "reporters/html/case_part.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/text/text.h"
#include "reporters/html/anchor.h"
#include "reporters/html/page_files.h"
#include "reporters/html/template.h"
#include "reporters/model/shown_text.h"

namespace gonogo {
namespace {

constexpr std::size_t kMostBytes = 3'600'000;  // of all rows
constexpr std::size_t kMostFindings = 50;      // of a case
constexpr std::size_t kMostOfText = 1000;      // bytes of a finding

std::string ClassOfCase(Status status, bool decides) {
  if (status == Status::kPass) return "p";
  if (status == Status::kWaived || !decides) return "";
  return status == Status::kFail ? "f" : "e";
}

// The findings, what the case waits for, its error and its notes: a line each.
std::vector<std::string> LinesOf(const CaseResult& result, const RunHeader& run) {
  std::vector<std::string> lines;
  if (result.error) {
    lines.push_back(result.error->message);
  } else if (StatusOf(result, run) == Status::kError) {
    lines.emplace_back("examined nothing");
  }
  if (!result.outcome.not_run.empty()) lines.push_back(result.outcome.not_run);
  const auto& findings = result.outcome.findings;
  const std::size_t shown = std::min(findings.size(), kMostFindings);
  for (std::size_t i = 0; i < shown; ++i) {
    const bool is_advisory = findings[i].severity == Severity::kAdvisory;
    lines.push_back(Describe(findings[i]) + (is_advisory ? " (advisory)" : ""));
  }
  if (findings.size() > shown) {
    lines.push_back(fmt::format("and {}, which evidence.jsonl has",
                                Counted(findings.size() - shown, "more finding")));
  }
  if (result.outcome.has_more) lines.emplace_back("there are more differences than are listed");
  for (const auto& [waiver, accepted] : AcceptanceOf(result, run).by) {
    lines.push_back(fmt::format("{} {}", Counted(accepted, "finding"), Describe(*waiver)));
  }
  lines.insert(lines.end(), result.outcome.notes.begin(), result.outcome.notes.end());
  return lines;
}

struct Row {
  Json json;
  std::size_t bytes = 0;
  bool is_well = false;
};

Row RowOf(const DeclaredCase& declared, const CaseResult* result, const RunHeader& run) {
  constexpr std::size_t kMarkup = 110;
  const Status status = result == nullptr ? Status::kNotRun : StatusOf(*result, run);
  const bool decides = result == nullptr || Decides(declared.severity, run.strict);
  const std::string id = AnchorOf(declared.name());
  const std::string subject = Shown(declared.subject, 500);
  Row row;
  row.is_well = status == Status::kPass;
  Json lines = Json::array();
  std::vector<std::string> texts;
  if (result == nullptr) {
    texts.emplace_back("did not run");
  } else {
    texts = LinesOf(*result, run);
  }
  for (const std::string& text : texts) {
    lines.push_back(Shown(text, kMostOfText));
    row.bytes += lines.back().get_ref<const std::string&>().size() + 11;
  }
  row.bytes += kMarkup + id.size() + subject.size();
  row.json = {{"id", id},
              {"c", ClassOfCase(status, decides)},
              {"s", StatusName(status) + (decides || row.is_well ? "" : " (advisory)")},
              {"n", subject},
              {"t", result == nullptr ? "" : Took(result->duration)},
              {"l", std::move(lines)}};
  return row;
}

std::vector<Row> RowsOfCases(const Evidence& evidence) {
  std::multimap<std::string, const CaseResult*> results;
  for (const CaseResult& one : evidence.cases) results.emplace(one.name(), &one);
  std::vector<Row> rows;
  for (const DeclaredCase& declared : evidence.run.declared) {
    const auto found = results.find(declared.name());
    rows.push_back(RowOf(declared, found == results.end() ? nullptr : found->second, evidence.run));
  }
  return rows;
}

// Returns which rows fit: first those that aren't well.
std::vector<bool> Fitting(const std::vector<Row>& rows) {
  std::vector<bool> fits(rows.size(), false);
  std::size_t bytes = 0;
  for (const bool well : {false, true}) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (rows[i].is_well != well || bytes + rows[i].bytes > kMostBytes) continue;
      bytes += rows[i].bytes;
      fits[i] = true;
    }
  }
  return fits;
}

Json GroupOf(const DeclaredCase& declared, const RunReport& report) {
  const std::string name = GateNameOf(report, declared.check);
  std::string about = PhaseName(declared.phase);
  if (!name.empty() && name != declared.check) about += ", gate " + name;
  if (declared.severity == Severity::kAdvisory) about += ", advisory";
  return {{"check", Shown(declared.check, 200)},
          {"anchor", AnchorOf(declared.check)},
          {"gate", name},
          {"phase", PhaseName(declared.phase)},
          {"about", about},
          {"well", true},
          {"cases", Json::array()},
          {"cut", ""}};
}

// The part of the template that is repeated for each case.
std::string_view TemplateOfRow() {
  constexpr std::string_view kBegin = "{{#cases}}";
  const std::size_t begin = kPageTemplate.find(kBegin) + kBegin.size();
  return kPageTemplate.substr(begin, kPageTemplate.find('\n', begin) - begin);
}

}  // namespace

std::string RowOfCase(const CaseResult& result, const RunHeader& run) {
  const DeclaredCase declared{.check = result.check,
                              .subject = result.subject,
                              .phase = Phase::kGate,  // which a row doesn't have
                              .severity = result.severity};
  return Rendered(TemplateOfRow(), RowOf(declared, &result, run).json);
}

Json CasesPart(const RunReport& report) {
  const RunHeader& run = report.evidence.run;
  if (run.declared.empty()) return Json::object();
  std::vector<Row> rows = RowsOfCases(report.evidence);
  const std::vector<bool> fits = Fitting(rows);
  Json checks = Json::array();
  std::map<std::string, std::size_t> places;
  std::map<std::string, std::int64_t> left_out;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const DeclaredCase& declared = run.declared[i];
    const auto [place, is_new] = places.emplace(declared.check, checks.size());
    if (is_new) checks.push_back(GroupOf(declared, report));
    Json& group = checks[place->second];
    if (!rows[i].is_well) group["well"] = false;
    if (fits[i]) {
      group["cases"].push_back(std::move(rows[i].json));
    } else {
      group["cut"] = fmt::format("{} here: evidence.jsonl has them",
                                 Counted(++left_out[declared.check], "case") +
                                     (left_out[declared.check] == 1 ? " isn't" : " aren't"));
    }
  }
  return {{"has_cases", {{"checks", std::move(checks)}}}};
}

}  // namespace gonogo
