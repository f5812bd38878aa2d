// fence: nobody writes to the source any more: its transactions are read-only unless they say
// otherwise, no session of an application is left, applications' roles would be refused, and no row
// is written while gonogo looks.
#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/json.h"
#include "core/values/relation_name.h"
#include "gates/judged_rows.h"
#include "gates/read_privilege.h"
#include "gates/sessions/write_counters.h"
#include "gates/subjects.h"
#include "sql/sessions.h"

namespace gonogo {
namespace {

void Append(Outcome more, Outcome& outcome) {
  outcome.examined += more.examined;
  for (Finding& finding : more.findings) outcome.findings.push_back(std::move(finding));
  for (std::string& note : more.notes) outcome.notes.push_back(std::move(note));
}

// What default_transaction_read_only is for whoever has no setting of its own.
std::string ReadOnlyByDefault(Session& session) {
  const Rows rows = session.Query(sql::kFenceReadOnly, {});
  if (const Value& setting = rows.Only().Maybe("setting")) return *setting;
  throw DatabaseError(
      "source: gonogo's own role or URL sets default_transaction_read_only, which hides what "
      "others "
      "get; take it away, or set it for the whole database",
      "");
}

Outcome JudgeDefault(const std::string& setting) {
  constexpr const char* kName = "default_transaction_read_only";
  if (setting == "on") return {.examined = 1, .findings = {}, .notes = {kName + (": " + setting)}};
  return {.examined = 1, .findings = {{kName, setting, "on"}}, .notes = {}};
}

std::string RelationsOf(const Plan& plan) {
  Json relations = Json::array();
  for (const Relation& relation : plan.relations) {
    const RelationName name = ParseRelationName(relation.source);
    relations.push_back({name.schema, name.name});
  }
  return ToParameter(relations);
}

Outcome Run(const Inspection& in) {
  in.pair.Source();  // it must be there
  const Side& source = in.pair.source_side();
  RequireReadableSource(in.pair, in.plan);
  if (source.identity->in_recovery) {
    throw DatabaseError("source: it is a standby; who writes to its primary is seen there only",
                        "");
  }
  const std::string setting = ReadOnlyByDefault(*in.pair.OpenFresh(source));
  const auto next_look = std::chrono::steady_clock::now() +
                         std::chrono::milliseconds(in.arguments.Integer("interval_ms"));
  const WriteSample before = SampleSource(in);
  in.pair.SleepUntil(next_look);
  Outcome outcome = Movement(before, SampleSource(in));
  const auto session = in.pair.OpenFresh(source);
  Append(JudgeDefault(setting), outcome);
  Append(
      JudgeRows(session->Query(sql::kFence, {ToParameter(Json(in.arguments.Texts("may_stay")))})),
      outcome);
  const std::string roles = ToParameter(Json(in.arguments.Texts("roles")));
  Append(JudgeRows(session->Query(sql::kFenceRoles, {roles, RelationsOf(in.plan), setting})),
         outcome);
  return outcome;
}

}  // namespace

Gate fence() {
  return {
      .name = "fence",
      .summary = "Nobody writes to the source any more: it is read-only, and nobody is connected.",
      .phases = {Phase::kCutover},
      .parameters =
          {TextListParameter("may_stay", "application names of sessions that may stay, and read")
               .DefaultEmpty(),
           TextListParameter("roles", "roles of applications, whose writes must be refused")
               .DefaultEmpty(),
           IntegerParameter("interval_ms",
                            "milliseconds in which no row may be written; a session tells "
                            "the statistics of its writes once a second")
               .Default(2000)
               .AtLeast(1'200)},
      .subjects = TheSource,
      .run = Run,
      .needs = Needs::kMonitoring};
}

}  // namespace gonogo
