// The plan's own keys are tables of parameters too, so that they are validated like any gate's.
#include "core/plan/plan_keys.h"

#include "core/values/severity.h"

namespace gonogo {
namespace {

const std::vector<Parameter>& LimitKeys() {
  static const std::vector<Parameter> keys = {
      IntegerParameter("statement_timeout_ms", "of one statement; 0: none")
          .Default(300000)
          .AtLeast(0),
      IntegerParameter("lock_timeout_ms", "of waiting for a lock; 0: none")
          .Default(5000)
          .AtLeast(0),
      IntegerParameter("connect_timeout_s", "of connecting").Default(10).AtLeast(0)};
  return keys;
}

const std::vector<Parameter>& RelationKeys() {
  static const std::vector<Parameter> keys = {
      TextParameter("source", "schema.table").Required(),
      TextParameter("target", "where it differs"),
      TextListParameter("key", "columns of its key").DefaultEmpty()};
  return keys;
}

const std::vector<Parameter>& ExclusionKeys() {
  static const std::vector<Parameter> keys = {
      TextParameter("relation", "schema.table"),
      TextParameter("schema", "or a schema, with all that is in it"),
      TextParameter("reason", "why it is left out").Required()};
  return keys;
}

// All literal: who reads the plan sees what is accepted.
const std::vector<Parameter>& WaiverKeys() {
  static const std::vector<Parameter> keys = {
      TextParameter("check", "the id of a check").Required().Literal(),
      TextParameter("subject", "one of its subjects, or a pattern with *").Required().Literal(),
      TextParameter("reason", "why it is accepted").Required().Literal(),
      TextParameter("owner", "who answers for it").Required().Literal(),
      TextParameter("until", "the last day on which it holds, YYYY-MM-DD").Required().Literal()};
  return keys;
}

// Of what a stage does beside its own act; see StageCommand.
const std::vector<Parameter>& CommandKeys() {
  static const std::vector<Parameter> keys = {
      TextParameter("name", "what the ledger calls it").Required(),
      TextListParameter("words", "a program and its arguments; no shell reads them"),
      TextListParameter("rehearsal_words",
                        "what is run instead where both servers are of a throw-away pair"),
      PathParameter("folder", "the program's working folder"),
      TextListParameter("environment",
                        "the variables that it is given, beside PATH and HOME; no others"),
      IntegerParameter("timeout_s",
                       "seconds after which it is ended, which is a failure; 300 if not given")
          .AtLeast(1),
      TextMapParameter("flags", "or what to set in the plan's flag file"),
      TextParameter("source_writes",
                    "or whether new sessions on the source may write; takes the owner's rights")
          .OneOf({"on", "off"}),
      TextParameter("sequences", "or the side whose sequences go on where the other's have come to")
          .OneOf({"source", "target"}),
      IntegerParameter("wait_s", "or seconds in which the application notices what was set")
          .AtLeast(0),
      TextListParameter(
          "checks",
          "or checks of the phase that must be green before what follows; a stage that "
          "is begun again goes on behind them where what follows was begun"),
      NumberParameter("for_hours",
                      "of checks: the soak, for how long they must stay green; else once")
          .AtLeast(0),
      IntegerParameter("every_s", "of a soak: seconds from one look to the next; 300 if not given")
          .AtLeast(1)};
  return keys;
}

}  // namespace

const std::vector<Parameter>& PlanKeys() {
  static const std::vector<Parameter> keys = {
      IntegerParameter("gonogo", "the plan format: 1").Required(),
      TextParameter("extends", "a plan to start from"),
      TextParameter("name", "what the migration is called").Required(),
      TextParameter("summary", "one sentence on it").DefaultEmpty(),
      ObjectParameter("limits", "what a session may take", LimitKeys()).DefaultEmpty(),
      ObjectParameter(
          "baseline",
          "of a migration inside one database, which has no source: what it held before "
          "stands there instead",
          {IntegerParameter("max_age_hours", "how old it may be when a check compares with it")
               .Default(24)
               .AtLeast(1)}),
      ObjectListParameter("relations", "tables, and where they go", RelationKeys()).DefaultEmpty(),
      ObjectListParameter("exclude", "tables left out, and why", ExclusionKeys()).DefaultEmpty(),
      ObjectListParameter("waivers", "findings that are accepted, and why", WaiverKeys())
          .DefaultEmpty(),
      PathParameter("flag_file",
                    "the file of NAME=value lines that the application's flags are read from"),
      TextParameter("fixture", "folder of the sample database").DefaultEmpty()};
  return keys;
}

const std::vector<Parameter>& CheckKeys() {
  static const std::vector<Parameter> keys = {TextParameter("id", "the check's name").Required(),
                                              TextParameter("gate", "the kind of check").Required(),
                                              TextListParameter("phases", "when it must hold"),
                                              SeverityParameter()};
  return keys;
}

const std::vector<Parameter>& StageKeys() {
  static const std::vector<Parameter> keys = {
      TextParameter("confirm", "a phrase that must be typed, or given, before the stage acts")
          .Literal(),
      TextParameter("on_failure",
                    "what people are told where the stage is not green: how to go back")
          .Literal(),
      ObjectListParameter(
          "commands",
          "what the stage does after it acted and before its checks, in this order; "
          "preflight, dual-write and rollback before they act",
          CommandKeys())
          .DefaultEmpty()};
  return keys;
}

}  // namespace gonogo
