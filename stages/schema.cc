// schema: creates the target's tables and other objects, from the plan's SQL files, from a dump of
// the source, or by the stage's commands. Inside one database this is the migration itself.
#include <fmt/format.h>

#include <set>

#include "core/error.h"
#include "core/text/text.h"
#include "fixtures/system/text_file.h"
#include "stages/dump/schema_dump.h"
#include "stages/kept_records.h"
#include "stages/stage_table.h"
#include "stages/steps/sql_steps.h"

namespace gonogo {
namespace {

std::vector<SqlStep> StepsInFiles(const Arguments& arguments) {
  std::vector<SqlStep> steps;
  std::set<std::string> names;
  for (const Json& one : arguments.Map("steps")) {
    const Arguments step(one);
    const std::string file = step.Text("file");
    steps.push_back({.name = step.Text("name"), .file = file, .text = ReadTextFile(file)});
  }
  for (const SqlStep& step : steps) {
    if (names.insert(step.name).second) continue;
    throw PlanError(fmt::format("stage schema has two steps \"{}\"", step.name));
  }
  if (steps.empty()) throw PlanError("stage schema has no \"steps\", but its \"method\" is files");
  return steps;
}

std::vector<SqlStep> StepsOf(const StageRun& run) {
  const std::string method = run.arguments.Text("method");
  if (method == "dump") {
    if (!run.plan.has_source()) throw PlanError("stage schema: there is no source to dump");
    return {DumpedStep(run, SchemaSection::kPreData)};
  }
  if (method == "commands") {
    if (run.arguments.Map("commands").empty()) throw PlanError("stage schema has no \"commands\"");
    return {};
  }
  return StepsInFiles(run.arguments);
}

// Says what pg_dump leaves out, so that nobody learns it from the gates owners and grants.
void NoteWhatIsLeftOut(const StageRun& run) {
  if (run.arguments.Text("method") != "dump") return;
  if (!run.arguments.Boolean("owners")) {
    run.output.print_line(
        "  owners are left out: all objects will belong to the target's role (\"owners\": true keeps "
        "them)");
  }
  if (!run.arguments.Boolean("privileges")) {
    run.output.print_line(
        "  privileges are left out: grant them before the stage gate (\"privileges\": true keeps "
        "them)");
  }
}

StageOutcome RunSchema(StageRun& run) {
  NoteWhatIsLeftOut(run);
  const std::vector<SqlStep> steps = StepsOf(run);
  StageOutcome outcome;
  outcome.facts["steps"] = Json::array();
  for (const SqlStep& step : steps) outcome.facts["steps"].push_back(step.name);
  if (run.dry() && !run.rehearse) {
    for (const SqlStep& step : steps) {
      run.output.print_line(fmt::format("-- step {} ({})\n{}", step.name, step.file, step.text));
    }
    return outcome;
  }
  try {
    if (run.rehearse) {
      TrySteps(run, steps);
    } else {
      ApplySteps(run, steps);
    }
  } catch (const SqlStepError& error) {
    outcome.failures.emplace_back(error.what());
  }
  return outcome;
}

// Backfill records it again, because it creates indexes and keys.
StageOutcome NoteCreatedTarget(StageRun& run) {
  return {.failures = {}, .facts = KeepTargetSchema(run)};
}

}  // namespace

Stage SchemaStage() {
  return {
      .phase = Phase::kSchema,
      .summary = "create the target's schemas, types and tables, each step in one transaction",
      .parameters = {TextParameter("method",
                                   "files: the plan's steps; dump: pre-data as pg_dump writes "
                                   "it from the source, the rest after the backfill; "
                                   "commands: only the stage's commands")
                         .Default("files")
                         .OneOf({"files", "dump", "commands"}),
                     ObjectListParameter(
                         "steps", "SQL files in the order in which they are applied",
                         {TextParameter("name", "name of the step in the ledger").Required(),
                          PathParameter("file",
                                        "the SQL file, which is one transaction, with BEGIN "
                                        "first and COMMIT last or without both")
                              .Required()})
                         .DefaultEmpty(),
                     BooleanParameter("owners",
                                      "method dump: keep the owners; they must exist on the "
                                      "target, and its role must be a member of each")
                         .Default(false),
                     BooleanParameter("privileges",
                                      "method dump: keep the privileges; the roles must exist "
                                      "on the target")
                         .Default(false),
                     TextMapParameter("roles",
                                      "method dump: roles of the source, and the target's roles "
                                      "that get their privileges")
                         .DefaultEmpty()},
      .act = RunSchema,
      .note_end = NoteCreatedTarget};
}

}  // namespace gonogo
