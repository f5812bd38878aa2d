// Writes the decision, then the run's header without its list of cases.
#include "reporters/verdict_json.h"

namespace gonogo {

Json VerdictJson(const RunHeader& header, const Verdict& verdict, int exit_status,
                 const std::string& finished) {
  const bool go = verdict.decision == Decision::kGo;
  const Json run = ToJson(header);
  return {{"verdict", go ? "GO" : "NO-GO"},
          {"decided", verdict.decision != Decision::kUndecided},
          {"exit_status", exit_status},
          {"rehearsal", header.rehearsal()},
          {"strict", header.strict},
          {"phases", header.phases},
          {"checks", header.checks},
          {"reasons", verdict.reasons},
          {"remarks", verdict.remarks},
          {"cases",
           {{"declared", header.declared.size()},
            {"passed", verdict.passed},
            {"failed", verdict.failed},
            {"errors", verdict.errors},
            {"not_run", verdict.not_run},
            {"waived", verdict.waived}}},
          {"waivers", run.at("waivers")},
          {"run", header.run},
          {"tool", header.tool},
          {"plan", header.plan},
          {"plan_digest", header.plan_digest},
          {"servers", run.at("servers")},
          {"started", header.started},
          {"finished", finished}};
}

}  // namespace gonogo
