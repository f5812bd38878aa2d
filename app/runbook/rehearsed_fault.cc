// psql plants the fault, because people try such statements there first.
#include "app/runbook/rehearsed_fault.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/exit_status.h"
#include "app/progress.h"
#include "core/error.h"
#include "fixtures/programs/client_program.h"
#include "fixtures/system/interrupt.h"
#include "fixtures/system/text_file.h"
#include "stages/stage_order.h"
#include "stages/stage_table.h"

namespace gonogo {
namespace {

// psql runs in a folder of its own.
void Plant(const Fault& fault, const RunContext& context) {
  const Endpoints& endpoints = context.endpoints;
  RunScriptFiles(fault.side == SideName::kSource ? endpoints.source : endpoints.target,
                 {"--file=" + std::filesystem::absolute(fault.file).string()},
                 context.plan.limits.lock_timeout, WasInterrupted);
}

std::string Conclusion(const RehearsedFault& rehearsed, const Fault& fault) {
  const StagesResult& results = rehearsed.results;
  if (rehearsed.IsSeen()) {
    return fmt::format("seen: {}: stage {} is NO-GO, as it must be", fault.Words(),
                       results.stages.back().at("stage").get<std::string>());
  }
  if (!rehearsed.is_planted) {
    return fmt::format("not planted: {}: a stage before it isn't GO", fault.Words());
  }
  if (results.status == kExitGo) {
    return fmt::format("NOT SEEN: {}: every stage is GO, so the plan lacks a check", fault.Words());
  }
  return fmt::format("not seen: {}: the stages ended before a check could tell", fault.Words());
}

}  // namespace

std::string Fault::Words() const {
  return fmt::format("{} on the {} after {}", file.filename().string(), ToString(side),
                     PhaseName(after));
}

void RequirePlantable(const Plan& plan, const Fault& fault, const std::string& until) {
  ReadTextFile(fault.file);
  if (fault.side == SideName::kSource && !plan.has_source()) {
    throw PlanError(plan.file + ": the plan has no source to plant a fault on");
  }
  const auto stages = RunbookOf(plan);
  if (std::find(stages.begin(), stages.end(), fault.after) == stages.end()) {
    throw PlanError(
        fmt::format("{}: the plan has no stage {} for --after", plan.file, PhaseName(fault.after)));
  }
  const Phase last = until.empty() ? stages.back() : StageNamed(until).phase;
  if (fault.after >= last) {
    throw PlanError(fmt::format(
        "no stage that runs after {} could see the fault: name an earlier one with --after",
        PhaseName(fault.after)));
  }
}

bool RehearsedFault::IsSeen() const { return is_planted && results.status == kExitNoGo; }

int RehearsedFault::Status() const {
  if (IsSeen()) return kExitGo;
  return is_planted && results.status == kExitGo ? kExitNoGo : results.status;
}

Json RehearsedFault::Summary(const Plan& plan, const Fault& fault) const {
  Json summary = results.Summary(plan);
  summary["exit_status"] = Status();
  summary["fault"] = {{"file", fault.file.string()},
                      {"side", ToString(fault.side)},
                      {"after", PhaseName(fault.after)},
                      {"seen", IsSeen()}};
  return summary;
}

RehearsedFault RehearseFault(const RunContext& context, const StageOptions& given,
                             const Fault& fault, const std::string& until) {
  StageOptions options = given;
  options.fault = fault.Words();  // noted before it is planted: a rehearsal may be killed
  RehearsedFault rehearsed;
  rehearsed.results =
      RunStages(context, {.stage = "all", .until = PhaseName(fault.after)}, options);
  if (rehearsed.results.status == kExitGo) {
    PrintLine("planting " + fault.Words() + ": a later stage must be NO-GO", options.run.json);
    Plant(fault, context);
    rehearsed.is_planted = true;
    StagesResult after = RunStages(context, {.stage = "all", .until = until}, options);
    rehearsed.results.status = after.status;
    for (Json& stage : after.stages) rehearsed.results.stages.push_back(std::move(stage));
  }
  PrintLine(Conclusion(rehearsed, fault), options.run.json);
  return rehearsed;
}

}  // namespace gonogo
