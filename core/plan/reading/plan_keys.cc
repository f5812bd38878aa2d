// The keys are tables of parameters, so that they are validated like the parameters of gates.
#include "core/plan/reading/plan_keys.h"

#include "core/plan/program_keys.h"
#include "core/values/pin.h"
#include "core/values/provider.h"
#include "core/values/severity.h"
#include "core/values/waiver.h"
#include "core/values/window.h"

namespace gonogo {
namespace {

void Append(std::vector<Parameter>& keys, const std::vector<Parameter>& more) {
  keys.insert(keys.end(), more.begin(), more.end());
}

std::vector<Parameter> LimitKeys() {
  return {
      IntegerParameter("statement_timeout_ms", "how long a statement may take; 0: no limit")
          .Default(300000)
          .AtLeast(0),
      IntegerParameter("lock_timeout_ms", "how long a statement may wait for a lock; 0: no limit")
          .Default(5000)
          .AtLeast(0),
      IntegerParameter("connect_timeout_s", "how long connecting may take; 0: no limit")
          .Default(10)
          .AtLeast(0)};
}

std::vector<Parameter> BaselineKeys() {
  return {
      IntegerParameter("max_age_hours", "how old the baseline may be when a check compares with it")
          .Default(24)
          .AtLeast(1),
      TextParameter("additions",
                    "advisory: an object that only the database of today has doesn't decide")
          .Default("required")
          .OneOf({"required", "advisory"})
          .Literal()};
}

std::vector<Parameter> RelationKeys() {
  return {TextParameter("source", "schema.table").Required(),
          TextParameter("target", "schema.table, if it differs"),
          TextListParameter("key", "the columns of its key").DefaultEmpty(),
          TextListParameter("columns", "its columns when gonogo wrote the plan, for plan drift")
              .DefaultEmpty()};
}

std::vector<Parameter> ExclusionKeys() {
  return {TextParameter("relation", "schema.table"),
          TextParameter("schema", "or a schema, with everything in it"),
          TextParameter("reason", "why it is excluded").Required()};
}

// All are literal: a reader of the plan must see what is accepted.
std::vector<Parameter> WaiverKeys() {
  std::vector<Parameter> keys = {
      TextParameter("check", "the id of a check").Required().Literal(),
      TextParameter("subject", "one of its subjects, or a pattern with *").Required().Literal(),
      TextParameter("finding",
                    "which findings, as a pattern with * for \"SUBJECT: have X, want Y\"; * alone "
                    "accepts all, also later ones")
          .Required()
          .Literal()};
  Append(keys, ReasonAndOwner());
  keys.push_back(TextParameter("until", "the last day on which it is in force, YYYY-MM-DD")
                     .Required()
                     .Literal());
  return keys;
}

std::vector<Parameter> ProgramKeys() {
  return {ProgramWords(),
          TextListParameter("rehearsal_words",
                            "the program to run instead if both servers are of a throw-away pair"),
          ProgramFolder(),
          ProgramFiles(),
          ProgramEnvironment(),
          IntegerParameter("timeout_s",
                           "seconds after which the program is stopped, which is a failure; 300 "
                           "if not given")
              .AtLeast(1)};
}

std::vector<Parameter> CommandCheckKeys() {
  return {TextListParameter("checks",
                            "or checks of the phase that must pass before the next command; a "
                            "restarted stage continues after them if a later command was begun"),
          NumberParameter("for_hours",
                          "how long the checks must keep passing (a soak); if not given, they "
                          "must pass once")
              .AtLeast(0),
          IntegerParameter("every_s",
                           "seconds between two runs of the checks in a soak; 300 if not given")
              .AtLeast(1)};
}

// The keys of a stage's command; see StageCommand.
std::vector<Parameter> CommandKeys() {
  std::vector<Parameter> keys = {TextParameter("name", "its name in the ledger").Required()};
  Append(keys, ProgramKeys());
  keys.push_back(TextMapParameter("flags", "or the flags to set in the plan's flag file"));
  keys.push_back(TextParameter("source_writes",
                               "or whether new sessions on the source may write; needs the owner's "
                               "privileges")
                     .OneOf({"on", "off"}));
  keys.push_back(
      TextParameter("sequences",
                    "or the side whose sequences are advanced to those of the other side")
          .OneOf({"source", "target"}));
  keys.push_back(
      IntegerParameter("wait_s", "or seconds to wait, so that the application sees the change")
          .AtLeast(0));
  Append(keys, CommandCheckKeys());
  return keys;
}

}  // namespace

const std::vector<Parameter>& PlanKeys() {
  static const std::vector<Parameter> keys = {
      IntegerParameter("gonogo", "the plan format: 1").Required(),
      TextParameter("$schema", "the schema with which editors check the plan").Literal(),
      TextParameter("extends", "a plan to start from"),
      TextParameter("name", "the migration's name").Required(),
      TextParameter("summary", "one sentence about the migration").DefaultEmpty(),
      TextParameter("owner", "who acts on findings, unless a check says otherwise").DefaultEmpty(),
      ObjectParameter(
          "window",
          "the maintenance window: reports show what is left, and stages begin only if it suffices",
          WindowKeys()),
      ObjectParameter("limits", "the timeouts of a session", LimitKeys()).DefaultEmpty(),
      ObjectParameter("baseline",
                      "for a migration inside one database, which has no source: the recorded "
                      "state before the migration replaces it",
                      BaselineKeys()),
      IntegerParameter(
          "max_age_hours",
          "how many hours the result of the checks of a stage from gate on counts, and "
          "evidence that is merged; 0: without limit")
          .Default(24)
          .AtLeast(0),
      ObjectListParameter("relations", "the tables, and their names on the target", RelationKeys())
          .DefaultEmpty(),
      ObjectListParameter("exclude", "excluded tables and schemas, and why", ExclusionKeys())
          .DefaultEmpty(),
      TextMapParameter("extensions",
                       "the schemas of extensions that the target has in another one: {\"citext\": "
                       "\"extensions\"}")
          .DefaultEmpty(),
      TextListParameter("reading_roles",
                        "the roles as which gonogo reads: gates grants and roles leave their "
                        "rights to read out")
          .DefaultEmpty(),
      TextListMapParameter("found",
                           "other objects that the source had when gonogo wrote the plan, by kind, "
                           "for plan drift")
          .DefaultEmpty(),
      ObjectListParameter("waivers", "accepted findings, and why", WaiverKeys()).DefaultEmpty(),
      PathParameter("flag_file",
                    "the file with NAME=value lines from which the application reads its flags")
          .Written(),
      TextParameter("fixture", "the folder of the sample database").DefaultEmpty()};
  return keys;
}

const std::vector<Parameter>& ConnectionKeys() {
  static const std::vector<Parameter> keys = {
      ObjectParameter("pin", "the database that it must be", PinKeys()),
      TextParameter(
          "provider",
          "whose managed server it is; \"none\": nobody's; if not given: gonogo finds out")
          .OneOf(ProviderNames())
          .Literal()};
  return keys;
}

const std::vector<Parameter>& CheckKeys() {
  static const std::vector<Parameter> keys = {
      TextParameter("id", "the check's name").Required(),
      TextParameter("gate", "the kind of check").Required(),
      TextListParameter("phases", "the phases in which it runs"),
      SeverityParameter(),
      TextParameter("owner", "who acts on its findings; if not given: the plan's owner"),
      TextParameter("after",
                    "the id of another check: what this one reads counts only if it was read after "
                    "that one had passed, in the phases that both have")
          .Literal(),
      IntegerParameter("max_age_minutes",
                       "minutes for which its result counts; at the end of the run, and for later "
                       "stages; if not given: as long as those of the others")
          .AtLeast(1)};
  return keys;
}

const std::vector<Parameter>& StageKeys() {
  static const std::vector<Parameter> keys = {
      TextParameter(
          "confirm",
          "a phrase that somebody must type, or give with --confirm, before the stage acts")
          .Literal(),
      TextParameter("on_failure", "what to tell people if the stage fails: how to go back")
          .Literal(),
      IntegerParameter(
          "max_age_hours",
          "how many hours the result of its checks counts; 0: without limit; if not "
          "given: as the plan says for stages from gate on and the last, else without limit")
          .AtLeast(0),
      ObjectListParameter("commands",
                          "what the stage does after its own act and before its checks, in this "
                          "order; preflight, dual-write and rollback do it before their own act",
                          CommandKeys())
          .DefaultEmpty(),
      ObjectListParameter("undo",
                          "commands that take back those above, if one of them fails or they "
                          "aren't done in time; programs, flags, source_writes and waits",
                          CommandKeys())
          .DefaultEmpty(),
      IntegerParameter("undo_after_s",
                       "seconds since the first command after which the stage is undone; if not "
                       "given: only if a command fails")
          .AtLeast(1),
      TextParameter("no_return",
                    "the name of the command from whose beginning on nothing is undone; if not "
                    "given: after the last command")
          .Literal()};
  return keys;
}

}  // namespace gonogo
