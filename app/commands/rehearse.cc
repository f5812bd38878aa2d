// gonogo rehearse: runs the whole runbook of a plan on a throw-away pair, and removes the pair.
#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>

#include "app/cli/help_page.h"
#include "app/commands/commands.h"
#include "app/context/rehearsal.h"
#include "app/exit_status.h"
#include "app/progress.h"
#include "app/run/run.h"
#include "app/runbook/rehearsed_fault.h"
#include "app/runbook/rehearsed_runbook.h"
#include "app/signing.h"
#include "core/error.h"
#include "core/json/json.h"
#include "fixtures/rehearsal/sample_application.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/interrupt.h"
#include "fixtures/system/writable_folder.h"
#include "fixtures/throwaway/sample_database.h"
#include "fixtures/throwaway/throwaway_pair.h"
#include "stages/stage_table.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

struct RehearseCommandLine {
  PlanOptions plan;
  RunOptions run;
  PairPrograms programs;
  std::string until;  // the last stage; "": all stages, with faults and the rollback
  std::string fault;  // the file of one to plant instead; "": none
  std::string fault_after;
  std::string fault_side = "target";
  bool verbose = false;

  std::optional<Fault> FaultGiven() const {
    if (fault.empty()) return std::nullopt;
    return Fault{.file = fault,
                 .side = fault_side == "source" ? SideName::kSource : SideName::kTarget,
                 .after = StageNamed(fault_after).phase};
  }
};

void PrintProgress(const std::string& text) { std::cerr << "gonogo: " << text << "\n"; }

void RequireOptionsForPlan(const Plan& plan, const RehearseCommandLine& line) {
  if (plan.stages.empty() && !line.until.empty()) {
    throw PlanError("--until needs \"stages\" in the plan; to run one phase: `gonogo run PHASE`");
  }
  if (plan.stages.empty() && !line.fault.empty()) {
    throw PlanError("--fault needs \"stages\" in the plan: it is planted between two of them");
  }
  if (plan.stages.empty() && !plan.has_source()) {
    throw PlanError(plan.file + ": a plan without a source needs \"stages\" to be rehearsed");
  }
  if (!plan.stages.empty() && !line.run.checks.empty()) {
    throw PlanError("--check works only with `gonogo run`: this rehearsal runs the plan's stages");
  }
  if (const auto fault = line.FaultGiven()) RequirePlantable(plan, *fault, line.until);
}

// Returns the folder in which the stages work. Throws PlanError if it isn't empty.
fs::path NewFolder(const std::string& out) {
  const fs::path folder = fs::absolute(out.empty() ? "evidence/" + NewRunId() : out);
  if (fs::exists(folder) && !fs::is_empty(folder)) {
    throw PlanError(folder.string() + " isn't empty; name a new folder for each rehearsal");
  }
  return folder;
}

// Fills the database that is migrated: the source, or the target if it is changed in place.
void FillOriginal(const Plan& plan, const ThrowAwayPair& pair, const fs::path& fixture) {
  const Cluster& original = plan.has_source() ? pair.source : pair.target;
  PrintProgress(fmt::format(
      "filling the {} (PostgreSQL {}){}", original.side, original.major,
      plan.has_source() ? fmt::format("; the target is PostgreSQL {}", pair.target.major) : ""));
  LoadSample(original, fixture);
}

// Starts the sample application and adds its variables. Returns null if the fixture has none.
std::unique_ptr<SampleApplication> StartApplication(const ThrowAwayPair& pair,
                                                    const fs::path& fixture, const fs::path& out,
                                                    Rehearsal& rehearsal) {
  const fs::path script = fixture / "application.json";
  if (rehearsal.plan.stages.empty() || !fs::exists(script)) return nullptr;
  fs::create_directories(out);
  auto application = std::make_unique<SampleApplication>(
      script, pair, out / "flags.env", rehearsal.plan.has_source() ? "source" : "target");
  for (const auto& [name, value] : application->environment()) rehearsal.environment[name] = value;
  PrintProgress("the sample application is running");
  return application;
}

// Signs all items of the plan, in a file of the pair's folder: nothing is released by it.
void SignAll(RunContext& context, const fs::path& pair_folder) {
  const MigrationFolder signed_here = MigrationFolderAt(pair_folder);
  context.migration.signoffs = signed_here.signoffs;
  std::vector<Signoff> signoffs;
  for (const SignoffItem& item : SignoffItemsOf(context.plan)) {
    signoffs.push_back(
        {.item = item.id,
         .by = item.not_by.empty() ? "the rehearsal" : "the rehearsal for " + item.id,
         .note = "releases nothing",
         .ticket = item.ticket});
  }
  if (!signoffs.empty()) Sign(context.plan, signed_here, std::move(signoffs));
}

// Rehearses a plan without stages: copies the source, and runs every check.
int RunOnCopy(const RunContext& context, const ThrowAwayPair& pair, const RunOptions& options) {
  PrintProgress("copying the source to the target");
  CopyToTarget(pair);
  ThrowIfInterrupted();
  return Run(context, options);
}

// Rehearses the stages, with every confirmation given.
int RehearseStages(const RunContext& context, SampleApplication* application,
                   const RehearseCommandLine& line) {
  StageOptions options{.run = line.run, .confirmations = {}};
  for (const auto& [phase, arguments] : context.plan.stages) {
    if (arguments.Has("confirm")) {
      options.confirmations.given.push_back(arguments.Text("confirm"));
    }
  }
  if (const auto fault = line.FaultGiven()) {
    const RehearsedFault rehearsed = RehearseFault(context, options, *fault, line.until);
    if (line.run.json) std::cout << ToText(rehearsed.Summary(context.plan, *fault), 2) << "\n";
    return rehearsed.Status();
  }
  const StagesResult results = RehearseRunbook(context, options, application, line.until);
  if (line.run.json) std::cout << ToText(results.Summary(context.plan), 2) << "\n";
  return results.status;
}

// What was rehearsed, for its last line. A fault that is seen is no GO.
std::string WhatAndVerdict(const RehearseCommandLine& line, const std::string& plan, int status) {
  const std::string what = line.until.empty() ? plan : plan + " up to " + line.until;
  if (status != kExitGo && status != kExitNoGo) {
    return what + "  " + DecisionName(Decision::kUndecided);
  }
  if (const auto fault = line.FaultGiven()) {
    return fmt::format("{} with {}  {}", what, fault->Words(),
                       status == kExitGo ? "seen" : "NOT SEEN");
  }
  return what + (status == kExitGo ? "  GO" : "  NO-GO");
}

// The last line of a rehearsal, which ci/rehearse puts into its table.
std::string ResultLine(const std::string& what, std::chrono::seconds took,
                       const std::string& report) {
  return fmt::format("rehearsed: {}  {} s  {}", what, took.count(), report);
}

int Rehearse(const RehearseCommandLine& line, Rehearsal rehearsal, const fs::path& out) {
  const fs::path fixture = RequireSampleDatabase(rehearsal.plan);
  const bool has_stages = !out.empty();
  const fs::path pair_folder = MakePairFolder();
  const PairGuard guard(pair_folder);
  PrintProgress("starting the throw-away pair in " + pair_folder.string());
  const ThrowAwayPair pair = StartPair(pair_folder, line.programs);
  ThrowIfInterrupted();
  FillOriginal(rehearsal.plan, pair, fixture);
  ThrowIfInterrupted();

  const auto application = StartApplication(pair, fixture, out, rehearsal);
  RunContext context = ContextOn(pair, std::move(rehearsal));
  if (has_stages) context.migration = MigrationFolderAt(out, context.environment);
  SignAll(context, pair_folder);
  if (!has_stages) return RunOnCopy(context, pair, line.run);
  return RehearseStages(context, application.get(), line);
}

int Execute(RehearseCommandLine line) {
  line.run.quiet = !line.verbose;
  Rehearsal rehearsal = RehearsalOf(line.plan);
  const std::string name = rehearsal.plan.name;
  RequireOptionsForPlan(rehearsal.plan, line);
  const fs::path out = rehearsal.plan.stages.empty() ? "" : NewFolder(line.run.out);
  const std::string evidence = line.run.out.empty() ? "evidence" : line.run.out;
  RequireWritableFolder(out.empty() ? fs::path(evidence) : out);
  PrintProgress(
      line.until.empty()
          ? fmt::format("rehearsing {}: one to three minutes, and the waits of the plan", name)
          : fmt::format("rehearsing {} up to {}", name, line.until));
  const auto start = std::chrono::steady_clock::now();
  const int status = Rehearse(line, std::move(rehearsal), out);
  const auto took =
      std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - start);
  const std::string report = !out.empty()            ? (out / "report.html").string()
                             : !line.run.out.empty() ? line.run.out + "/report.html"
                                                     : "evidence/latest/report.html";
  PrintLine(ResultLine(WhatAndVerdict(line, name, status), took, report), line.run.json);
  return status;
}

void AddFaultOptions(CLI::App& command, RehearseCommandLine& line) {
  CLI::Option* const fault =
      command
          .add_option("--fault", line.fault,
                      "plant a fault, statements for psql; exit status 0 if a stage is NO-GO then")
          ->option_text("FILE");
  CLI::Option* const after =
      command.add_option("--after", line.fault_after, "the stage after which it is planted")
          ->option_text("STAGE")
          ->needs(fault);
  fault->needs(after);
  command.add_option("--on", line.fault_side, "where it is planted: target (default) or source")
      ->option_text("SIDE")
      ->needs(fault)
      ->check(CLI::IsMember({"target", "source"}));
}

}  // namespace

void AddRehearse(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("rehearse", "run the whole runbook of the plan on a throw-away pair");
  const auto line = std::make_shared<RehearseCommandLine>();
  line->plan.AddTo(*command);
  AddProgramOptions(*command, line->programs);
  command
      ->add_option("--until", line->until,
                   "end after this stage; without a lost write and a rollback")
      ->option_text("STAGE");
  AddFaultOptions(*command, *line);
  line->run.AddTo(*command,
                  "folder for the ledger and the evidence (default: a new one in evidence/)");
  command->add_flag("--verbose", line->verbose, "print the cases that passed, too");
  AddExamples(*command,
              {"gonogo rehearse --plan plan.json", "gonogo rehearse --plan plan.json --until gate",
               "gonogo rehearse --plan plan.json --out rehearsal --verbose",
               "gonogo rehearse --plan plan.json --fault dropped_index.sql --after backfill"});
  command->callback([line, &status] { status = Execute(*line); });
}

}  // namespace gonogo
