// Runs the checks of a plan: plan -> cases -> evidence -> verdict.
#include "app/run/run.h"

#include <algorithm>
#include <map>
#include <utility>

#include "app/operator.h"
#include "app/pipeline_url.h"
#include "app/process_environment.h"
#include "app/run/cases_run.h"
#include "app/run/conclusion.h"
#include "app/run/evidence_folder.h"
#include "app/run/latest_run.h"
#include "app/run/passed_before.h"
#include "app/sealing/seal.h"
#include "app/version.h"
#include "core/error.h"
#include "core/plan/gate.h"
#include "core/plan/named_paths.h"
#include "core/plan/shown_values.h"
#include "core/text/text.h"
#include "fixtures/system/clock.h"
#include "gates/gate_table.h"

namespace gonogo {
namespace {

// Returns whether the check comes after another one that is in one of the phases that it runs for.
bool IsOrdered(const Plan& plan, const Check& check, const std::vector<Phase>& phases) {
  if (check.after.empty()) return false;
  const Check& first = plan.CheckNamed(check.after);
  return std::any_of(first.phases.begin(), first.phases.end(), [&](Phase phase) {
    const bool runs =
        phases.empty() || std::find(phases.begin(), phases.end(), phase) != phases.end();
    return runs && check.BelongsTo(phase);
  });
}

std::map<std::string, CheckFacts> FactsOfChecks(const Plan& plan, const std::vector<Phase>& phases,
                                                const std::vector<DeclaredCase>& declared) {
  std::map<std::string, CheckFacts> facts;
  for (const DeclaredCase& one : declared) {
    const auto [entry, is_new] = facts.try_emplace(one.check);
    if (!is_new) continue;
    const Check& check = plan.CheckNamed(one.check);
    entry->second = {.gate = check.gate->name, .owner = check.owner};
    entry->second.max_age = check.max_age;
    if (IsOrdered(plan, check, phases)) entry->second.after = FirstCheck{check.after, "", ""};
  }
  return facts;
}

// Cases that come after others come last, so that one new snapshot is enough for them.
void Order(const std::map<std::string, CheckFacts>& about, std::vector<DeclaredCase>& declared) {
  std::stable_partition(declared.begin(), declared.end(),
                        [&](const DeclaredCase& one) { return !about.at(one.check).after; });
}

// Returns the default folder of a run, which is the latest one from now on.
std::string NewFolder(const std::string& run) {
  const std::string folder = "evidence/" + run;
  NameLatest(folder);
  return folder;
}

}  // namespace

std::string ToolName() {
  const std::string& own = OwnGatesVersion();
  return std::string("gonogo ") + kVersion + (own.empty() ? "" : " with own gates " + own);
}

RunHeader HeaderOf(const Plan& plan, const MigrationFolder& migration, const RunOptions& options) {
  auto declared = DeclaredCases(plan, options.phases, options.checks);
  auto about = FactsOfChecks(plan, options.phases, declared);
  Order(about, declared);
  const Operator current = CurrentOperator();
  return {.run = NewRunId(),
          .tool = ToolName(),
          .plan = plan.name,
          .plan_file = plan.file,
          .env_file = plan.env_file,
          .plan_digest = plan.digest,
          .files = plan.FileDigests(),
          .arguments = ArgumentsDigest(plan, declared),
          .strict = options.strict,
          .phases = PhaseNames(options.phases),
          .checks = options.checks,
          .planned = static_cast<std::int64_t>(DeclaredCases(plan, options.phases, {}).size()),
          .started = UtcNow(),
          .who = current.user,
          .host = current.host,
          .pipeline = PipelineUrl(ProcessEnvironment()),
          .servers = {},
          .declared = std::move(declared),
          .waivers = WaiversOf(plan, migration),
          .about = std::move(about),
          .window = plan.window};
}

int Run(const RunContext& context, const RunOptions& options) {
  RequireValidSelection(context.plan, options.phases, options.checks);
  if (!options.sign_key.empty()) KeyIn(options.sign_key);  // before hours of work
  RemovePublished(options.publish);
  RunHeader header = HeaderOf(context.plan, context.migration, options);
  if (options.in_stage) AddPassedBefore(context, options.passed_in, header);
  EvidenceFolder folder(options.out.empty() ? NewFolder(header.run) : options.out,
                        MayShowValues(context.plan));
  CasesRan ran = RunCases(context, options, std::move(header), folder);
  const Shown shown = ran.unreached.empty() ? Shown::kWhole : Shown::kOnlyJson;
  const int status =
      Conclude(context.plan, context.migration, std::move(ran.evidence), folder, options, shown);
  if (!ran.unreached.empty()) throw DatabaseError(Join(ran.unreached, "\ngonogo: "), "");
  return status;
}

}  // namespace gonogo
