// One action for each kind of command: how to describe it, check it beforehand, and run it.
#include "stages/steps/command_actions.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <stdexcept>

#include "core/error.h"
#include "core/text/text.h"
#include "core/values/side.h"
#include "fixtures/programs/plan_program.h"
#include "fixtures/session/snapshot_session.h"
#include "fixtures/session/writing_session.h"
#include "fixtures/system/flag_file.h"
#include "fixtures/system/interrupt.h"
#include "sql/steps.h"
#include "stages/copy/sequence_copy.h"
#include "stages/steps/checks_command.h"
#include "stages/steps/command_log.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

void RequireNothing(const StageRun& /*run*/, const StageCommand& /*command*/) {}

// In a rehearsal the program has other words, so that nothing is switched that people use.
PlanProgram ProgramOf(const StageRun& run, const StageCommand& command) {
  return PlanProgramFrom(command.arguments, run.throw_away ? "rehearsal_words" : "words",
                         run.environment, fmt::format("command \"{}\"", command.name));
}

std::string DescribeProgram(const StageRun& run, const StageCommand& command) {
  return fmt::format("run {}: {}", command.name, Join(ProgramOf(run, command).words, " "));
}

void RequireProgram(const StageRun& run, const StageCommand& command) { ProgramOf(run, command); }

// At least a second, so that it can say something.
std::chrono::seconds TimeLeft(const StageRun& run) {
  const auto left = run.deadline - std::chrono::steady_clock::now();
  return std::max(std::chrono::ceil<std::chrono::seconds>(left), std::chrono::seconds(1));
}

std::string RunProgram(StageRun& run, const StageCommand& command) {
  PlanProgram program = ProgramOf(run, command);
  program.timeout = std::min(program.timeout, TimeLeft(run));
  const ProcessResult result = RunPlanProgram(program);
  ThrowIfInterrupted();
  NoteDone(run, command, {{"status", result.status}, {"output", result.output}});
  if (result.ending == Ending::kTimedOut) {
    throw std::runtime_error(fmt::format("command \"{}\" didn't finish within {} s", command.name,
                                         program.timeout.count()));
  }
  if (result.status == 0) return "";
  return fmt::format("command \"{}\" failed with exit status {}:\n{}", command.name, result.status,
                     result.output);
}

std::string DescribeFlags(const StageRun& run, const StageCommand& command) {
  std::vector<std::string> flags;
  for (const auto& [name, value] : command.arguments.Map("flags").items()) {
    flags.push_back(name + "=" + value.get<std::string>());
  }
  return fmt::format("set {} in {}", Join(flags, " "), run.plan.flag_file);
}

// On a throw-away pair the flag file must lie in the migration's folder, so that a rehearsal
// switches nothing that people use.
void RequireFlagFile(const StageRun& run, const StageCommand& /*command*/) {
  const fs::path file = fs::weakly_canonical(run.plan.flag_file);
  const fs::path& folder = run.migration.folder;
  if (run.throw_away && file.parent_path() != fs::weakly_canonical(folder)) {
    throw PlanError(
        fmt::format("the servers are a throw-away pair, but people may use the flag file {}: name "
                    "one in {} in the plan",
                    file.string(), folder.string()));
  }
  if (!fs::exists(file)) {
    throw PlanError(fmt::format(
        "the flag file {} doesn't exist: name the one that the application reads", file.string()));
  }
}

std::string RunFlags(StageRun& run, const StageCommand& command) {
  RequireFlagFile(run, command);
  const Json flags = command.arguments.Map("flags");
  SetFlags(run.plan.flag_file, flags.get<std::map<std::string, std::string>>());
  NoteDone(run, command, {{"flags", flags}});
  return "";
}

std::string DescribeSourceWrites(const StageRun& /*run*/, const StageCommand& command) {
  return "turn writes of new sessions on the source " + command.arguments.Text("source_writes");
}

void RequireOwner(const StageRun& run, const StageCommand& /*command*/) {
  const auto source = OpenSnapshot(run.source, "source", run.plan.limits);
  if (source->Query(sql::kOwnsDatabase, {}).Only().Boolean("owns")) return;
  throw PlanError("source: only the owner of the database can turn its writes off and on");
}

std::string RunSourceWrites(StageRun& run, const StageCommand& command) {
  WritingSession source(run.source, "source", run.plan.limits);
  const std::string statement =
      source.Query(sql::kAlterSourceWrites, {command.arguments.Text("source_writes")})
          .Only()
          .Text("statement");
  Transaction transaction(source);
  source.Execute(statement);
  transaction.Commit();
  NoteDone(run, command, {{"statement", statement}});
  return "";
}

std::string DescribeSequences(const StageRun& /*run*/, const StageCommand& command) {
  return "set the sequences of the " + command.arguments.Text("sequences");
}

Plan WithSidesSwapped(Plan plan) {
  for (Relation& relation : plan.relations) std::swap(relation.source, relation.target);
  return plan;
}

std::string RunSequences(StageRun& run, const StageCommand& command) {
  const bool to_target = command.arguments.Text("sequences") == ToString(SideName::kTarget);
  const SideName to = to_target ? SideName::kTarget : SideName::kSource;
  const SideName from = OtherSide(to);
  const auto reading = OpenSnapshot(run.endpoint(from), ToString(from), run.plan.limits);
  WritingSession writing(run.endpoint(to), ToString(to), run.plan.limits);
  const Plan plan = to_target ? run.plan : WithSidesSwapped(run.plan);
  Json notes = Json::array();
  for (const SetSequence& set : SetSequences(*reading, writing, plan, AheadPolicy::kKeep)) {
    notes.push_back(set.sequence + ": " + set.note);
  }
  NoteDone(run, command, {{"sequences", notes}});
  return "";
}

std::string DescribeWait(const StageRun& /*run*/, const StageCommand& command) {
  return "wait " + Counted(command.arguments.Integer("wait_s"), "second");
}

std::string RunWait(StageRun& run, const StageCommand& command) {
  SleepUntil(std::min(run.deadline, std::chrono::steady_clock::now() +
                                        std::chrono::seconds(command.arguments.Integer("wait_s"))));
  NoteDone(run, command, Json::object());
  return "";
}

std::string DescribeChecks(const StageRun& /*run*/, const StageCommand& command) {
  return fmt::format("run checks {}: {}", command.name, Join(command.checks(), ", "));
}

struct Action {
  std::string (*describe)(const StageRun&, const StageCommand&);
  void (*require_possible)(const StageRun&, const StageCommand&);
  std::string (*run)(StageRun&, const StageCommand&);
};

const Action& ActionOf(const StageCommand& command) {
  static const std::map<CommandKind, Action> actions = {
      {CommandKind::kProgram, {DescribeProgram, RequireProgram, RunProgram}},
      {CommandKind::kFlags, {DescribeFlags, RequireFlagFile, RunFlags}},
      {CommandKind::kSourceWrites, {DescribeSourceWrites, RequireOwner, RunSourceWrites}},
      {CommandKind::kSequences, {DescribeSequences, RequireNothing, RunSequences}},
      {CommandKind::kWait, {DescribeWait, RequireNothing, RunWait}},
      {CommandKind::kChecks, {DescribeChecks, RequireNothing, RunChecksCommand}}};
  return actions.at(command.kind);
}

}  // namespace

std::string Describe(const StageRun& run, const StageCommand& command) {
  return ActionOf(command).describe(run, command);
}

void RequirePossible(const StageRun& run, const StageCommand& command) {
  ActionOf(command).require_possible(run, command);
}

std::string RunAndNote(StageRun& run, const StageCommand& command) {
  ThrowIfInterrupted();
  run.check_lock();
  run.output.print_line("  " + Describe(run, command));
  NoteBegun(run, command);
  return ActionOf(command).run(run, command);
}

}  // namespace gonogo
