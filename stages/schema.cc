// schema: the target's tables and what belongs to them, made by the plan's own SQL in the plan's
// order, or as pg_dump takes them from the source.
#include "core/error.h"
#include "core/text.h"
#include "stages/catalogue.h"
#include "stages/schema_dump.h"
#include "stages/sql_steps.h"
#include "stages/text_file.h"

namespace gonogo {
namespace {

std::vector<SqlStep> StepsOf(const StageRun& run) {
  if (run.arguments.Text("method") == "dump") {
    return {DumpedStep(run, SchemaSection::kPreData)};
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
  if (run.dry()) {
    for (const SqlStep& step : steps) {
      run.voice.say("-- step " + step.name + " (" + step.file + ")\n" + step.text);
    }
    return outcome;
  }
  try {
    ApplySteps(run, steps);
  } catch (const SqlStepError& error) {
    outcome.wrong.emplace_back(error.what());
  }
  return outcome;
}

}  // namespace

Stage SchemaStage() {
  return {.phase = Phase::kSchema,
          .summary = "make the target's schemas, types and tables, each step in one transaction",
          .parameters = {{.name = "method",
                          .kind = Kind::kText,
                          .description = "files: the plan's steps; dump: pre-data as pg_dump takes "
                                         "it from the source, the rest after the backfill",
                          .default_value = "\"files\"",
                          .choices = {"files", "dump"}},
                         {.name = "steps",
                          .kind = Kind::kObjectList,
                          .description = "SQL files in the order in which they are applied",
                          .default_value = "[]",
                          .fields = {{.name = "name",
                                      .kind = Kind::kText,
                                      .description = "what the ledger calls it",
                                      .required = true},
                                     {.name = "file",
                                      .kind = Kind::kPath,
                                      .description = "the SQL, without BEGIN and COMMIT",
                                      .required = true}}}},
          .act = Act};
}

}  // namespace gonogo
