// Puts the parts of the page together.
#include "reporters/html/page.h"

#include "reporters/html/case_part.h"
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

}  // namespace

std::string HtmlPage(const RunReport& report) {
  const Blockers blockers = BlockersOf(report);
  Json data = HeadPart(report, blockers);
  for (const Json& part :
       {BlockersPart(blockers), ChangesPart(report), StagesPart(report), GridPart(report),
        RowsPart(report), DriftPart(report), TimelinePart(report), AcceptedPart(report),
        ServersPart(report), FilesPart(report), CasesPart(report)}) {
    data.update(part);
  }
  data["sections"] = SectionsOf(data);
  data["style"] = kPageStyle;
  data["script"] = kPageScript;
  data["style_hash"] = PolicySourceOf(kPageStyle);
  data["script_hash"] = PolicySourceOf(kPageScript);
  return Rendered(kPageTemplate, data);
}

}  // namespace gonogo
