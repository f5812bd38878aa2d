// Writes sentences for people; the model has the facts.
#include "reporters/html/head_part.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/text/text.h"
#include "core/text/utc.h"
#include "reporters/html/anchor.h"
#include "reporters/html/verdict_icon.h"
#include "reporters/model/shown_text.h"
#include "reporters/model/tables.h"

namespace gonogo {
namespace {

constexpr std::size_t kShownMembers = 3;
constexpr std::size_t kMostMembers = 200;
constexpr std::size_t kMostBlockers = 200;  // of a list
constexpr std::size_t kMostNames = 100;     // of cases that changed

std::string ToneOf(const RunReport& report, const Blockers& blockers) {
  if (report.IsGo()) return "go";
  return blockers.failed.empty() || !report.doubts.empty() ? "unsure" : "nogo";
}

std::string KindOf(const RunReport& report) {
  if (report.evidence.run.rehearsal()) {
    return "Rehearsal on throw-away servers: not release evidence";
  }
  return report.evidence.run.servers.empty() ? "Report" : "Run on the plan's servers";
}

std::string WaivedText(const Verdict& verdict) {
  return verdict.waived == 0 ? "" : fmt::format(", {} are waived", verdict.waived);
}

std::string LeadOf(const RunReport& report, const Blockers& blockers) {
  if (!report.doubts.empty()) {
    return fmt::format("No verdict: {}. The page shows what was seen.",
                       Shown(report.doubts.front(), 300));
  }
  const auto cases = static_cast<std::int64_t>(report.evidence.run.declared.size());
  if (report.IsGo()) {
    return cases == 0 ? "The stage is done."
                      : fmt::format("Nothing prevents it: every one of {} was examined{}.",
                                    Counted(cases, "case"), WaivedText(report.verdict));
  }
  std::vector<std::string> parts;
  if (report.underway) {
    parts.push_back(fmt::format("No verdict yet: {}", Shown(report.underway->text, 300)));
  }
  if (!blockers.failed.empty()) {
    parts.push_back(fmt::format("{} {} it", Counted(blockers.failed.size(), "cause"),
                                blockers.failed.size() == 1 ? "blocks" : "block"));
  }
  if (!blockers.untold.empty()) {
    parts.push_back(fmt::format("{} could not be told", blockers.untold.size()));
  }
  if (report.underway) return Join(parts, ". ") + ".";
  return fmt::format("{}. {} of {} passed{}.", Join(parts, "; "), report.verdict.passed,
                     Counted(cases, "case"), WaivedText(report.verdict));
}

Json Fact(const std::string& label, const std::string& value, const std::string& code = "") {
  return {{"label", label}, {"value", value}, {"code", code}};
}

// "T+0 h 0 min 0.6 s", since the migration began.
std::string OffsetOf(const RunReport& report) {
  if (report.ledger.lines.empty()) return "";
  const auto began = ParseUtc(report.ledger.lines.front().at);
  const auto now = ParseUtc(report.evidence.run.started);
  if (report.evidence.run.started.empty()) return "T+" + Took(report.ledger.lines.back().offset);
  return began && now && *now >= *began ? "T+" + Took(*now - *began) : "";
}

std::string TookOf(const RunReport& report) {
  const auto began = ParseUtc(report.evidence.run.started);
  const auto ended = ParseUtc(report.finished);
  return began && ended && *ended >= *began ? Took(*ended - *began) : "";
}

Json FactsIn(const RunReport& report) {
  const RunHeader& run = report.evidence.run;
  Json facts = Json::array();
  const auto add = [&](const std::string& label, const std::string& value,
                       const std::string& code = "") {
    if (!value.empty() || !code.empty()) facts.push_back(Fact(label, value, code));
  };
  if (report.stage) add("stage", PhaseName(report.stage->stage));
  if (!run.run.empty()) add("phase", run.phases.empty() ? "all" : Join(run.phases, ", "));
  if (run.partial()) add("checks", Shown(Join(run.checks, ", "), 200));
  if (run.strict) add("strict", "advisory findings decide");
  add("began", ShownTime(run.started));
  add("ended", report.finished.empty() && !run.run.empty() && !report.underway
                   ? "did not end"
                   : ShownTime(report.finished));
  add("here", report.finished_here);
  add("took", TookOf(report));
  add("at", OffsetOf(report));
  add("plan", "", run.plan_digest.substr(0, 12));
  add("run", "", Shown(run.run, 60));
  add("by", Shown(run.tool, 60));
  return facts;
}

void AddCount(std::int64_t number, const std::string& word, const std::string& filter,
              const std::string& color, Json& counts) {
  counts.push_back({{"number", Thousands(number)},
                    {"word", word},
                    {"filter", filter},
                    {"class", number > 0 ? color : ""}});
}

Json CountsIn(const RunReport& report) {
  Json counts = Json::array();
  if (report.evidence.run.declared.empty()) return counts;
  const Verdict& verdict = report.verdict;
  const auto deciding = verdict.failed - verdict.advisory.failed;
  AddCount(verdict.passed, "passed", "s:pass", "", counts);
  AddCount(verdict.failed,
           deciding < verdict.failed ? fmt::format("failed ({} advisory)", verdict.advisory.failed)
                                     : "failed",
           "s:fail", deciding > 0 ? "f" : "", counts);
  AddCount(verdict.errors, verdict.errors == 1 ? "error" : "errors", "s:error", "e", counts);
  AddCount(verdict.not_run, "not run", "s:notrun", "e", counts);
  AddCount(verdict.waived, "waived", "s:waived", "", counts);
  return counts;
}

// The names, each with what follows it in the text.
Json NamesOf(const std::vector<std::string>& names, std::size_t most) {
  Json list = Json::array();
  const std::size_t shown = std::min(names.size(), most);
  for (std::size_t i = 0; i < shown; ++i) {
    list.push_back({{"name", Shown(names[i], 300)}, {"comma", i + 1 < shown ? ", " : ""}});
  }
  return list;
}

std::string CutText(std::size_t all, std::size_t shown) {
  return all > shown ? fmt::format("and {} more, which evidence.jsonl has", all - shown) : "";
}

Json MembersOf(const Blocker& blocker) {
  const auto& members = blocker.members;
  Json json = {{"subjects", false}, {"all_members", false}};
  if (members.empty()) return json;
  const std::size_t more = members.size() - std::min(members.size(), kShownMembers);
  json["subjects"] = {{"first", NamesOf(members, kShownMembers)},
                      {"more", more == 0 ? "" : fmt::format(" and {} more", more)}};
  if (more == 0) return json;
  json["all_members"] = {{"summary_text", fmt::format("all {}", members.size())},
                         {"member", NamesOf(members, kMostMembers)},
                         {"cut", CutText(members.size(), kMostMembers)}};
  return json;
}

Json ItemOf(const Blocker& blocker, const std::string& id) {
  const bool is_finding = blocker.status == Status::kFail || blocker.status == Status::kPass;
  const std::string kind = blocker.decides ? StatusName(blocker.status)
                           : is_finding    ? "advisory"
                                           : StatusName(blocker.status) + " (advisory)";
  Json item = {{"item_id", id},
               {"status", kind},
               {"cause", Shown(blocker.cause)},
               {"means", Shown(blocker.means)},
               {"todo", Shown(blocker.todo)},
               {"owner", Shown(Join(blocker.owners, ", "), 200)},
               {"command", Shown(blocker.command)},
               {"meta", false}};
  item.update(MembersOf(blocker));
  if (blocker.checks.empty()) return item;
  Json links = NamesOf(blocker.checks, blocker.checks.size());
  for (std::size_t i = 0; i < links.size(); ++i) links[i]["anchor"] = AnchorOf(blocker.checks[i]);
  item["meta"] = {
      {"checks_text",
       blocker.cases.size() == 1 ? "1 case of" : fmt::format("{} cases of", blocker.cases.size())},
      {"links", std::move(links)},
      {"since", ShownTime(blocker.since)}};
  return item;
}

Json ListOf(const std::string& id, const std::string& title, const std::string& none,
            const std::vector<Blocker>& blockers) {
  Json items = Json::array();
  for (const Blocker& blocker : blockers) {
    if (items.size() == kMostBlockers) break;
    items.push_back(ItemOf(blocker, fmt::format("{}-{}", id, items.size() + 1)));
  }
  const std::size_t more = blockers.size() - items.size();
  return {
      {"id", id},
      {"class", id},
      {"title", title},
      {"none", blockers.empty() ? none : ""},
      {"items", std::move(items)},
      {"cut_list",
       more == 0 ? "" : fmt::format("{} more causes: verdict.json has all in \"groups\".", more)}};
}

Json ChangeOf(const std::string& name, const std::vector<std::string>& cases) {
  return {{"kind_name", name},
          {"count", std::to_string(cases.size())},
          {"names", NamesOf(cases, kMostNames)},
          {"cut", CutText(cases.size(), kMostNames)}};
}

}  // namespace

Json HeadPart(const RunReport& report, const Blockers& blockers) {
  const RunHeader& run = report.evidence.run;
  const std::string tone = ToneOf(report, blockers);
  return {{"tool", Shown(run.tool, 60)},
          {"tone", tone},
          {"icon", VerdictIcon(tone)},
          {"headline", HeadlineOf(report)},
          {"plan", Shown(run.plan, 200)},
          {"phases_in_title", run.phases.empty() ? "" : " " + Join(run.phases, ", ")},
          {"kind", KindOf(report)},
          {"lead", LeadOf(report, blockers)},
          {"summary", Shown(report.plan.summary, 500)},
          {"facts", FactsIn(report)},
          {"counts", CountsIn(report)}};
}

Json BlockersPart(const Blockers& blockers) {
  Json lists = Json::array();
  lists.push_back(ListOf("failed", "Blockers", "None.", blockers.failed));
  lists.push_back(ListOf("untold", "Could not be told",
                         "None: every case ran and could be examined.", blockers.untold));
  if (!blockers.advice.empty()) {
    lists.push_back(ListOf("advice", "Advisory", "", blockers.advice));
  }
  return {{"blocker_lists", std::move(lists)}};
}

Json ChangesPart(const RunReport& report) {
  if (!report.earlier) return Json::object();
  const Changes changes = ChangesSince(*report.earlier, report.evidence);
  Json kinds = Json::array();
  if (!changes.turned_red.empty()) kinds.push_back(ChangeOf("turned red", changes.turned_red));
  if (!changes.turned_green.empty())
    kinds.push_back(ChangeOf("turned green", changes.turned_green));
  if (!changes.added.empty()) kinds.push_back(ChangeOf("new", changes.added));
  if (!changes.gone.empty()) kinds.push_back(ChangeOf("gone", changes.gone));
  const bool no_change = kinds.empty();
  return {{"changes",
           {{"earlier_text", Shown(report.earlier->text, 100)},
            {"earlier_started", ShownTime(report.earlier->started)},
            {"earlier_run", Shown(report.earlier->run, 60)},
            {"no_change", no_change},
            {"kinds", std::move(kinds)}}}};
}

}  // namespace gonogo
