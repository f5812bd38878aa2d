// Lists waivers. Reasons and names are made printable, because people wrote them.
#include "reporters/lists/waiver_list.h"

#include <fmt/format.h>

#include "core/json/json.h"
#include "core/text/text.h"
#include "reporters/model/shown_text.h"

namespace gonogo {

std::string WaiverStatus(const Waiver& waiver, const std::string& plan_digest,
                         const std::string& now) {
  if (IsOfAnotherPlan(waiver, plan_digest)) return "of another plan";
  if (AcceptsNothing(waiver)) return "accepts nothing: record it again with --finding or --as-seen";
  return IsExpired(waiver, now) ? "expired" : "in force";
}

std::string WaiverListText(std::span<const Waiver> waivers, const std::string& plan_digest,
                           const std::string& now) {
  std::string text;
  for (const Waiver& waiver : waivers) {
    text += fmt::format("{}  {}\n    {}  ({})\n", LogLine(WhatItAccepts(waiver)),
                        WaiverStatus(waiver, plan_digest, now), LogLine(Describe(waiver)),
                        waiver.at.empty() ? "in the plan" : LogLine("recorded at " + waiver.at));
  }
  return text + Counted(waivers.size(), "waiver") + "\n";
}

std::string WaiverListJson(std::span<const Waiver> waivers, const std::string& plan_digest,
                           const std::string& now) {
  Json list = Json::array();
  for (const Waiver& waiver : waivers) {
    Json line = ToJson(waiver);
    line["status"] = WaiverStatus(waiver, plan_digest, now);
    list.push_back(std::move(line));
  }
  return ToText(list, 2) + "\n";
}

}  // namespace gonogo
