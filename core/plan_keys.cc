// The plan's own keys are tables of parameters too, so that they are validated like any gate's.
#include "core/plan_keys.h"

#include "core/severity.h"

namespace gonogo {
namespace {

const std::vector<Parameter>& LimitKeys() {
  static const std::vector<Parameter> keys = {{.name = "statement_timeout_ms",
                                               .kind = Kind::kInteger,
                                               .description = "of one statement; 0: none",
                                               .default_value = "300000",
                                               .minimum = 0},
                                              {.name = "lock_timeout_ms",
                                               .kind = Kind::kInteger,
                                               .description = "of waiting for a lock; 0: none",
                                               .default_value = "5000",
                                               .minimum = 0},
                                              {.name = "connect_timeout_s",
                                               .kind = Kind::kInteger,
                                               .description = "of connecting",
                                               .default_value = "10",
                                               .minimum = 0}};
  return keys;
}

const std::vector<Parameter>& RelationKeys() {
  static const std::vector<Parameter> keys = {
      {.name = "source", .kind = Kind::kText, .description = "schema.table", .required = true},
      {.name = "target", .kind = Kind::kText, .description = "where it differs"},
      {.name = "key",
       .kind = Kind::kTextList,
       .description = "columns of its key",
       .default_value = "[]"}};
  return keys;
}

const std::vector<Parameter>& ExclusionKeys() {
  static const std::vector<Parameter> keys = {
      {.name = "relation", .kind = Kind::kText, .description = "schema.table"},
      {.name = "schema", .kind = Kind::kText, .description = "or a schema, with all that is in it"},
      {.name = "reason",
       .kind = Kind::kText,
       .description = "why it is left out",
       .required = true}};
  return keys;
}

// All literal: who reads the plan sees what is accepted.
const std::vector<Parameter>& WaiverKeys() {
  static const std::vector<Parameter> keys = {
      {.name = "check",
       .kind = Kind::kText,
       .description = "the id of a check",
       .required = true,
       .literal = true},
      {.name = "subject",
       .kind = Kind::kText,
       .description = "one of its subjects, or a pattern with *",
       .required = true,
       .literal = true},
      {.name = "reason",
       .kind = Kind::kText,
       .description = "why it is accepted",
       .required = true,
       .literal = true},
      {.name = "owner",
       .kind = Kind::kText,
       .description = "who answers for it",
       .required = true,
       .literal = true},
      {.name = "until",
       .kind = Kind::kText,
       .description = "the last day on which it holds, YYYY-MM-DD",
       .required = true,
       .literal = true}};
  return keys;
}

// Of what a stage does beside its own act; see StageCommand.
const std::vector<Parameter>& CommandKeys() {
  static const std::vector<Parameter> keys = {
      {.name = "name",
       .kind = Kind::kText,
       .description = "what the ledger calls it",
       .required = true},
      {.name = "words",
       .kind = Kind::kTextList,
       .description = "a program and its arguments; no shell reads them"},
      {.name = "rehearsal_words",
       .kind = Kind::kTextList,
       .description = "what is run instead where both servers are of a throw-away pair"},
      {.name = "folder", .kind = Kind::kPath, .description = "the program's working folder"},
      {.name = "environment",
       .kind = Kind::kTextList,
       .description = "the variables that it is given, beside PATH and HOME; no others"},
      {.name = "timeout_s",
       .kind = Kind::kInteger,
       .description = "seconds after which it is ended, which is a failure; 300 if not given",
       .minimum = 1},
      {.name = "flags",
       .kind = Kind::kTexts,
       .description = "or what to set in the plan's flag file"},
      {.name = "source_writes",
       .kind = Kind::kText,
       .description = "or whether new sessions on the source may write; takes the owner's rights",
       .choices = {"on", "off"}},
      {.name = "sequences",
       .kind = Kind::kText,
       .description = "or the side whose sequences go on where the other's have come to",
       .choices = {"source", "target"}},
      {.name = "wait_s",
       .kind = Kind::kInteger,
       .description = "or seconds in which the application notices what was set",
       .minimum = 0},
      {.name = "checks",
       .kind = Kind::kTextList,
       .description = "or checks of the phase that must be green before what follows; a stage that "
                      "is begun again goes on behind them where what follows was begun"},
      {.name = "for_hours",
       .kind = Kind::kNumber,
       .description = "of checks: the soak, for how long they must stay green; else once",
       .minimum = 0},
      {.name = "every_s",
       .kind = Kind::kInteger,
       .description = "of a soak: seconds from one look to the next; 300 if not given",
       .minimum = 1}};
  return keys;
}

}  // namespace

const std::vector<Parameter>& PlanKeys() {
  static const std::vector<Parameter> keys = {
      {.name = "gonogo",
       .kind = Kind::kInteger,
       .description = "the plan format: 1",
       .required = true},
      {.name = "extends", .kind = Kind::kText, .description = "a plan to start from"},
      {.name = "name",
       .kind = Kind::kText,
       .description = "what the migration is called",
       .required = true},
      {.name = "summary",
       .kind = Kind::kText,
       .description = "one sentence on it",
       .default_value = "\"\""},
      {.name = "limits",
       .kind = Kind::kObject,
       .description = "what a session may take",
       .default_value = "{}",
       .fields = LimitKeys()},
      {.name = "baseline",
       .kind = Kind::kObject,
       .description =
           "of a migration inside one database, which has no source: what it held before "
           "stands there instead",
       .fields = {{.name = "max_age_hours",
                   .kind = Kind::kInteger,
                   .description = "how old it may be when a check compares with it",
                   .default_value = "24",
                   .minimum = 1}}},
      {.name = "relations",
       .kind = Kind::kObjectList,
       .description = "tables, and where they go",
       .default_value = "[]",
       .fields = RelationKeys()},
      {.name = "exclude",
       .kind = Kind::kObjectList,
       .description = "tables left out, and why",
       .default_value = "[]",
       .fields = ExclusionKeys()},
      {.name = "waivers",
       .kind = Kind::kObjectList,
       .description = "findings that are accepted, and why",
       .default_value = "[]",
       .fields = WaiverKeys()},
      {.name = "flag_file",
       .kind = Kind::kPath,
       .description = "the file of NAME=value lines that the application's flags are read from"},
      {.name = "fixture",
       .kind = Kind::kText,
       .description = "folder of the sample database",
       .default_value = "\"\""}};
  return keys;
}

const std::vector<Parameter>& CheckKeys() {
  static const std::vector<Parameter> keys = {
      {.name = "id", .kind = Kind::kText, .description = "the check's name", .required = true},
      {.name = "gate", .kind = Kind::kText, .description = "the kind of check", .required = true},
      {.name = "phases", .kind = Kind::kTextList, .description = "when it must hold"},
      SeverityParameter()};
  return keys;
}

const std::vector<Parameter>& StageKeys() {
  static const std::vector<Parameter> keys = {
      {.name = "confirm",
       .kind = Kind::kText,
       .description = "a phrase that must be typed, or given, before the stage acts",
       .literal = true},
      {.name = "on_failure",
       .kind = Kind::kText,
       .description = "what people are told where the stage is not green: how to go back",
       .literal = true},
      {.name = "commands",
       .kind = Kind::kObjectList,
       .description = "what the stage does after it acted and before its checks, in this order; "
                      "preflight, dual-write and rollback before they act",
       .default_value = "[]",
       .fields = CommandKeys()}};
  return keys;
}

}  // namespace gonogo
