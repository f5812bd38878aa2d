// Puts the parts of the page together.
#include "reporters/html/page.h"

#include <fmt/format.h>

#include <utility>

#include "reporters/html/case_part.h"
#include "reporters/html/clock_part.h"
#include "reporters/html/head_part.h"
#include "reporters/html/page_files.h"
#include "reporters/html/table_parts.h"
#include "reporters/html/template.h"
#include "reporters/html/time_parts.h"
#include "reporters/model/blockers.h"

namespace gonogo {
namespace {

void AddSection(const Json& data, const char* part, const char* target, const char* name,
                Json& sections) {
  if (!data.contains(part)) return;
  sections.push_back({{"target", target}, {"name", name}});
}

// Lists the sections that the page has, in their order.
Json SectionsOf(const Json& data) {
  Json sections = Json::array();
  AddSection(data, "clock", "clock", "Clock", sections);
  for (const Json& list : data.at("blocker_lists")) {
    sections.push_back({{"target", list.at("id")}, {"name", list.at("title")}});
  }
  AddSection(data, "changes", "changes", "Since the last run", sections);
  AddSection(data, "stage_table", "stages", "Stages", sections);
  AddSection(data, "grid", "grid", "Checks", sections);
  AddSection(data, "counts_table", "rows", "Rows and contents", sections);
  AddSection(data, "drift", "drift", "Drift", sections);
  AddSection(data, "timeline", "timeline", "Timeline", sections);
  AddSection(data, "accepted", "accepted", "Sign-offs and waivers", sections);
  AddSection(data, "servers", "servers", "Servers", sections);
  AddSection(data, "has_cases", "cases", "All cases", sections);
  AddSection(data, "plan_digest", "files", "Evidence", sections);
  return sections;
}

void Add(Json part, Json& data) {
  for (const auto& value : part.items()) data[value.key()] = std::move(value.value());
}

Json ValuesOf(const RunReport& report) {
  const Blockers blockers = BlockersOf(report);
  Json data = HeadPart(report, blockers);
  Add(ClockPart(report), data);
  Add(BlockersPart(blockers), data);
  Add(ChangesPart(report), data);
  Add(StagesPart(report), data);
  Add(GridPart(report), data);
  Add(RowsPart(report), data);
  Add(DriftPart(report), data);
  Add(TimelinePart(report), data);
  Add(AcceptedPart(report), data);
  Add(ServersPart(report), data);
  Add(FilesPart(report), data);
  Add(CasesPart(report), data);
  data["sections"] = SectionsOf(data);
  data["style"] = kPageStyle;
  data["script"] = kPageScript;
  return data;
}

// Returns the Content-Security-Policy that allows the style and these scripts, and nothing else.
std::string PolicyFor(const std::string& scripts, const std::string& more) {
  return fmt::format(
      "default-src 'none'; style-src '{}'; script-src {}; img-src data:; base-uri 'none'; "
      "form-action 'none'{}",
      PolicySourceOf(kPageStyle), scripts, more);
}

std::string Quoted(const std::string& source) { return "'" + source + "'"; }

}  // namespace

std::string HtmlPage(const RunReport& report) {
  Json data = ValuesOf(report);
  data["policy"] = PolicyFor(Quoted(PolicySourceOf(kPageScript)), "");
  return Rendered(kPageTemplate, data);
}

std::string BoardPolicy() {
  static const std::string policy =
      PolicyFor(Quoted(PolicySourceOf(kPageScript)) + " " + Quoted(PolicySourceOf(kBoardScript)),
                "; connect-src 'self'");
  return policy;
}

std::string BoardPage(const RunReport& report, std::int64_t at) {
  Json data = ValuesOf(report);
  data["policy"] = BoardPolicy();
  data["board"] = {{"at", std::to_string(at)},
                   {"live_text", "As of when it was loaded: reload it, or allow its script."},
                   {"live_script", kBoardScript}};
  return Rendered(kPageTemplate, data);
}

}  // namespace gonogo
