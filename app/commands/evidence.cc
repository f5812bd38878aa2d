// gonogo evidence merge: judges the evidence of several processes as one run.
// gonogo evidence show: what a run left, for people, also of a run that broke off.
#include <cstdint>
#include <iostream>
#include <memory>
#include <optional>

#include "app/cli/help_page.h"
#include "app/commands/commands.h"
#include "app/commands/proof_commands.h"
#include "app/context/plan_options.h"
#include "app/fleet/fleet_reports.h"
#include "app/fleet/fleet_verification.h"
#include "app/plan/plan_file.h"
#include "app/run/merge.h"
#include "app/run/run_reports.h"
#include "core/error.h"
#include "reporters/html/page.h"
#include "reporters/summary.h"
#include "reporters/values.h"

namespace gonogo {
namespace {

struct MergeCommandLine {
  PlanOptions plan;
  RunOptions run;
  std::string folder;
  std::vector<std::string> phases;
  std::optional<std::int64_t> max_age_hours;
};

int Execute(const MergeCommandLine& line) {
  RunOptions options = line.run;
  options.phases = PhasesOf(line.phases);
  return MergeEvidence(line.plan, line.folder, line.max_age_hours, options);
}

struct ShowCommandLine {
  std::string plan;
  std::string env_file;
  std::string folder;
  bool html = false;
  bool summary = false;
  bool brief = false;
  bool values = false;
};

int ShowFleet(const ShowCommandLine& line) {
  if (line.values)
    throw PlanError("--values has the outputs of one run: read a fleet's verdict.json");
  const FleetView view = ViewOfFleet(line.folder, line.html      ? FleetForm::kHtml
                                                  : line.summary ? FleetForm::kMarkdown
                                                                 : FleetForm::kText);
  std::cout << view.text;
  return view.exit_status;
}

int Execute(const ShowCommandLine& line) {
  if (IsFleetFolder(line.folder)) return ShowFleet(line);
  std::optional<Plan> plan;
  if (!line.plan.empty()) {
    plan = LoadPlan(line.plan, EnvironmentOf({.plan = line.plan, .env_file = line.env_file}));
  }
  RunReport report = ReportInFolder(line.folder, plan ? &*plan : nullptr);
  if (line.values) AddFiles(line.folder, report);  // a migration's report has those of its last run
  std::cout << (line.html      ? HtmlPage(report)
                : line.summary ? SummaryMarkdown(report)
                : line.values  ? RunValues(report)
                               : BriefMarkdown(report));
  return ExitStatusOf(report);
}

void AddMerge(CLI::App& command, int& status) {
  CLI::App* const merge = command.add_subcommand(
      "merge", "judge the evidence that several processes wrote below a folder as one run");
  const auto line = std::make_shared<MergeCommandLine>();
  merge->add_option("DIR", line->folder, "the folder with their evidence folders")->required();
  merge->add_option("PHASE", line->phases, "the phases to judge (default: all)");
  merge
      ->add_option("--max-age-hours", line->max_age_hours,
                   "how old the evidence may be; 0: without limit (default: the plan's)")
      ->option_text("N")
      ->check(CLI::NonNegativeNumber);
  line->plan.AddTo(*merge);
  line->run.AddTo(*merge, "folder for the merged evidence (default: DIR/verdict.PHASE)");
  line->run.publish.AddTo(*merge);
  AddExamples(*merge,
              {"gonogo evidence merge evidence gate --plan plan.json",
               "gonogo evidence merge parts verify gate --plan plan.json --max-age-hours 4"});
  merge->callback([line, &status] { status = Execute(*line); });
}

void AddShow(CLI::App& command, int& status) {
  CLI::App* const show = command.add_subcommand(
      "show",
      "show the evidence in a folder of a run, a fleet or a migration, also of one that broke off");
  const auto line = std::make_shared<ShowCommandLine>();
  show->add_option("DIR", line->folder,
                   "the folder with evidence.jsonl, fleet.jsonl or ledger.jsonl")
      ->required();
  auto* const html = show->add_flag("--html", line->html, "print report.html");
  auto* const summary =
      show->add_flag("--summary", line->summary, "print summary.md, for a pipeline")
          ->excludes(html);
  auto* const brief =
      show->add_flag("--brief", line->brief,
                     "print at most 4 kB for a message, without addresses and keys (default)")
          ->excludes(html)
          ->excludes(summary);
  show->add_flag("--values", line->values,
                 "print lines KEY=VALUE, for the outputs of a pipeline: run_id, blockers, ...")
      ->excludes(html)
      ->excludes(summary)
      ->excludes(brief);
  show->add_option("--plan", line->plan,
                   "the plan: the page names its gates and what it leaves out")
      ->envname("GONOGO_PLAN")
      ->option_text("FILE");
  show->add_option("--env-file", line->env_file,
                   "KEY=value lines that replace environment variables of the plan")
      ->envname("GONOGO_ENV_FILE")
      ->option_text("FILE");
  AddExamples(*show, {"gonogo evidence show evidence/latest",
                      "gonogo evidence show evidence/latest --html > report.html"});
  show->callback([line, &status] { status = Execute(*line); });
}

}  // namespace

void AddEvidence(CLI::App& app, int& status) {
  CLI::App* const command = app.add_subcommand("evidence", "work with the evidence of runs");
  command->require_subcommand(1);
  AddMerge(*command, status);
  AddShow(*command, status);
  AddEvidenceVerify(*command, status);
  AddEvidenceSign(*command, status);
}

}  // namespace gonogo
