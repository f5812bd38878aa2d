// Writes the decision, then the run's header without its list of cases.
#include "reporters/verdict_json.h"

#include <algorithm>
#include <map>

#include "core/record/cause_groups.h"

namespace gonogo {

namespace {

constexpr std::size_t kShownMembers = 3;

Json ToJson(const CauseGroup& group, const RunHeader& run) {
  const auto& named = group.objects.empty() ? group.members : group.objects;
  const auto end =
      named.begin() + static_cast<std::ptrdiff_t>(std::min(named.size(), kShownMembers));
  return {{"status", StatusName(group.status)},
          {"decides", group.decides},
          {"text", Describe(group)},
          {"cause", group.cause},
          {"checks", group.checks},
          {"owners", OwnersOf(group, run)},
          {"cases", group.cases.size()},
          {"members", group.members.size()},
          {"first", std::vector<std::string>(named.begin(), end)}};
}

// By check, in milliseconds.
Json TookOf(const Evidence& evidence) {
  std::map<std::string, std::int64_t> took;
  for (const CaseResult& one : evidence.cases) took[one.check] += one.duration.count();
  return took;
}

Json CountsOf(const RunHeader& header, const Verdict& verdict) {
  Json counts = {{"declared", header.declared.size()},
                 {"passed", verdict.passed},
                 {"failed", verdict.failed},
                 {"errors", verdict.errors},
                 {"not_run", verdict.not_run},
                 {"waived", verdict.waived},
                 {"accepted_findings", verdict.accepted_findings},
                 {"advisory",
                  {{"failed", verdict.advisory.failed},
                   {"errors", verdict.advisory.errors},
                   {"not_run", verdict.advisory.not_run}}}};
  if (header.planned > 0) counts["planned"] = header.planned;
  return counts;
}

}  // namespace

Json VerdictJson(const Evidence& evidence, const Verdict& verdict, int exit_status,
                 const std::string& finished) {
  const RunHeader& header = evidence.run;
  const std::vector<CauseGroup> groups = GroupsOf(evidence);
  Json group_list = Json::array();
  for (const CauseGroup& group : groups) group_list.push_back(ToJson(group, header));
  const bool go = verdict.decision == Decision::kGo;
  const Json run = WithoutCases(header);
  return {{"verdict", go ? "GO" : "NO-GO"},
          {"text", DecisionText(verdict, header)},
          {"partial", header.partial()},
          {"decided", verdict.decision != Decision::kUndecided},
          {"exit_status", exit_status},
          {"rehearsal", header.rehearsal()},
          {"strict", header.strict},
          {"phases", header.phases},
          {"checks", header.checks},
          {"reasons", verdict.reasons},
          {"remarks", verdict.remarks},
          {"summary", SummaryOf(verdict, groups)},
          {"groups", std::move(group_list)},
          {"cases", CountsOf(header, verdict)},
          {"took_ms", TookOf(evidence)},
          {"waivers", run.at("waivers")},
          {"run", header.run},
          {"tool", header.tool},
          {"plan", header.plan},
          {"plan_digest", header.plan_digest},
          {"servers", run.at("servers")},
          {"started", header.started},
          {"finished", finished},
          {"who", header.who},
          {"host", header.host},
          {"pipeline", header.pipeline},
          {"chain", ToJson(evidence.chain)}};
}

}  // namespace gonogo
