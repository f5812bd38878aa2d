// schema: the target's tables and what belongs to them, made by the plan's own SQL in the plan's
// order, as pg_dump takes them from the source, or by the programs that the stage's commands name.
// Inside one database that is the migration itself.
#include "core/error.h"
#include "core/text/text.h"
#include "fixtures/system/text_file.h"
#include "stages/dump/schema_dump.h"
#include "stages/stage_table.h"
#include "stages/steps/sql_steps.h"

namespace gonogo {
namespace {

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
  std::vector<SqlStep> steps;
  for (const Json& one : run.arguments.Map("steps")) {
    const Arguments step(one);
    const std::string file = step.Text("file");
    steps.push_back({.name = step.Text("name"), .file = file, .text = ReadTextFile(file)});
  }
  for (std::size_t i = 0; i < steps.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (steps[i].name == steps[j].name) {
        throw PlanError("stage schema has two steps \"" + steps[i].name + "\"");
      }
    }
  }
  if (steps.empty()) throw PlanError("stage schema has no \"steps\", and its \"method\" is files");
  return steps;
}

StageOutcome Act(StageRun& run) {
  const std::vector<SqlStep> steps = StepsOf(run);
  StageOutcome outcome;
  outcome.facts["steps"] = Json::array();
  for (const SqlStep& step : steps) outcome.facts["steps"].push_back(step.name);
  if (run.dry() && !run.rehearse) {
    for (const SqlStep& step : steps) {
      run.voice.say("-- step " + step.name + " (" + step.file + ")\n" + step.text);
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
    outcome.wrong.emplace_back(error.what());
  }
  return outcome;
}

}  // namespace

Stage SchemaStage() {
  return {.phase = Phase::kSchema,
          .summary = "make the target's schemas, types and tables, each step in one transaction",
          .parameters = {TextParameter("method",
                                       "files: the plan's steps; dump: pre-data as pg_dump takes "
                                       "it from the source, the rest after the backfill; "
                                       "commands: what the stage's commands do, and no more")
                             .Default("files")
                             .OneOf({"files", "dump", "commands"}),
                         ObjectListParameter(
                             "steps", "SQL files in the order in which they are applied",
                             {TextParameter("name", "what the ledger calls it").Required(),
                              PathParameter("file",
                                            "the SQL, one transaction: with BEGIN first and "
                                            "COMMIT last, or without")
                                  .Required()})
                             .DefaultEmpty()},
          .act = Act};
}

}  // namespace gonogo
