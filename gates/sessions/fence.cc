// fence: nobody can write to the source any more. Its transactions are read-only by default, no
// sessions of applications are left, the roles of applications can't write, and no row changes
// between two samples of the statistics.
#include "core/error.h"
#include "core/json/json.h"
#include "core/plan/gate.h"
#include "fixtures/session/own_sessions.h"
#include "gates/reading/judged_rows.h"
#include "gates/reading/read_privilege.h"
#include "gates/sessions/write_counters.h"
#include "gates/subjects.h"
#include "sql/sessions.h"

namespace gonogo::fence {
namespace {

void Append(Outcome more, Outcome& outcome) {
  outcome.examined += more.examined;
  for (Finding& finding : more.findings) outcome.findings.push_back(std::move(finding));
  for (std::string& note : more.notes) outcome.notes.push_back(std::move(note));
}

// Returns default_transaction_read_only as it is for roles without a setting of their own.
std::string ReadOnlyByDefault(Session& session) {
  const Rows rows = session.Query(sql::kFenceReadOnly, {});
  if (const Value& setting = rows.Only().Maybe("setting")) return *setting;
  throw DatabaseError(
      "source: gonogo's own role or URL sets default_transaction_read_only, which hides the value "
      "for other roles; remove it, or set it for the whole database",
      "");
}

Outcome JudgeDefault(const std::string& setting) {
  constexpr const char* kName = "default_transaction_read_only";
  if (setting == "on") return {.examined = 1, .findings = {}, .notes = {kName + (": " + setting)}};
  return {.examined = 1, .findings = {{kName, setting, "on"}}, .notes = {}};
}

Outcome Run(const Inspection& in) {
  in.pair.Source();  // throws if it isn't open
  const Side& source = in.pair.Of(SideName::kSource);
  RequireReadable(in, SideName::kSource, in.plan);
  if (source.identity->in_recovery) {
    throw DatabaseError("source: is a standby, which can't tell who writes to its primary", "");
  }
  const std::string setting = ReadOnlyByDefault(*in.pair.OpenFresh(source));
  const auto second_sample_at = std::chrono::steady_clock::now() +
                                std::chrono::milliseconds(in.arguments.Integer("interval_ms"));
  const WriteSample before = SampleSource(in);
  in.pair.cancellation().SleepUntil(second_sample_at);
  Outcome outcome = WritesBetween(before, SampleSource(in));
  const auto session = in.pair.OpenFresh(source);
  Append(JudgeDefault(setting), outcome);
  const std::string may_stay = ToParameter(Json(in.arguments.Texts("may_stay")));
  Append(JudgeRows(WithoutOwnSessions(session->Query(sql::kFence, {may_stay}))), outcome);
  const std::string roles = ToParameter(Json(in.arguments.Texts("roles")));
  Append(
      JudgeRows(session->Query(sql::kFenceRoles, {roles, SourceNamesParameter(in.plan), setting})),
      outcome);
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "fence",
      .summary = "Nobody can write to the source any more: it is read-only and has no sessions.",
      .meaning = "Rows that somebody writes to the source from now on are lost: no copy has them.",
      .remedy =
          "Stop the writers, set default_transaction_read_only, and use pg_terminate_backend on "
          "their sessions.",
      .phases = {Phase::kCutover},
      .parameters =
          {TextListParameter("may_stay",
                             "application names of sessions that may stay connected, but only read")
               .DefaultEmpty(),
           TextListParameter("roles", "roles of applications; the server must refuse their writes")
               .DefaultEmpty(),
           IntegerParameter("interval_ms",
                            "milliseconds in which no row may be written; a session reports "
                            "its writes to the statistics once a second")
               .Default(2000)
               .AtLeast(1'200)},
      .subjects = TheSource,
      .run = Run,
      .needs = Needs::kMonitoring};
}

}  // namespace gonogo::fence
