// rehearsal_evidence: the rollback was rehearsed, not long ago, and within its time.
#include <filesystem>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/record/ledger.h"
#include "core/text/json.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/text_file.h"
#include "gates/inspection.h"

namespace gonogo {
namespace {

std::vector<Subject> TheRehearsal(const Plan&, const Arguments&) { return {{"rollback", ""}}; }

Ledger LedgerAt(const std::string& path) {
  if (!std::filesystem::exists(path)) {
    throw PlanError(path +
                    ": there is no ledger of a rehearsal; `gonogo stage rollback --rehearse "
                    "--out DIR` makes one");
  }
  return ParseLedger(ReadTextFile(path), path);
}

// Whether this run belongs to stages on a throw-away pair: then it is the rehearsal.
bool IsTheRehearsal(const Inspection& in) {
  in.pair.Source();  // both must be there
  in.pair.Target();
  return in.pair.source_side().identity->throw_away && in.pair.target_side().identity->throw_away &&
         !ValueOf(in.environment, "GONOGO_MIGRATION").empty();
}

Outcome Run(const Inspection& in) {
  if (IsTheRehearsal(in)) {
    return {.examined = 1,
            .findings = {},
            .notes = {"these stages are the rehearsal, which nothing is released by"}};
  }
  const std::string path = in.arguments.Text("ledger");
  const Ledger ledger = LedgerAt(path);
  Outcome outcome{.examined = 1};
  const std::string wanted = "a rollback, rehearsed and green";
  const LedgerLine* const began = ledger.Last(LedgerEvent::kStageBegan, Phase::kRollback);
  const LedgerLine* const ended = ledger.Last(LedgerEvent::kStageEnded, Phase::kRollback);
  if (began == nullptr || ended == nullptr || ended < began ||
      !ended->details.at("facts").value("rehearsed", false)) {
    outcome.findings.push_back({"rollback", "no rehearsal of a rollback", wanted});
    return outcome;
  }
  if (ended->details.at("status") != 0) {
    outcome.findings.push_back({"rollback",
                                "the rehearsal of " + ended->at + " ended " +
                                    ended->details.at("outcome").get<std::string>(),
                                wanted});
  }
  if (began->details.at("plan") != in.plan.name) {
    outcome.findings.push_back({"rollback",
                                "a rehearsal of plan " + ToText(began->details.at("plan")),
                                "one of plan " + ToText(Json(in.plan.name))});
  }
  if (began->details.at("plan_digest") != in.plan.digest) {
    outcome.findings.push_back(
        {"rollback", "a rehearsal under another version of the plan", "one under this version"});
  }
  const Json& facts = ended->details.at("facts");
  if (facts.value("rows", 0) == 0) {
    outcome.findings.push_back({"rollback", "a rehearsal in which nothing was owed to the source",
                                "one that gave rows back"});
  }
  const std::int64_t allowed = in.arguments.Integer("max_minutes");
  if (const std::int64_t took = facts.value("took_ms", std::int64_t{0}); took > allowed * 60'000) {
    outcome.findings.push_back({"rollback", "took " + std::to_string(took / 1000) + " s",
                                "at most " + std::to_string(allowed) + " min"});
  }
  const std::int64_t most = in.arguments.Integer("max_age_days");
  const auto age = std::chrono::duration_cast<std::chrono::hours>(TimeBetween(ended->at, UtcNow()));
  if (age > std::chrono::hours(24) * most || age < std::chrono::hours(-1)) {
    outcome.findings.push_back({"rollback", "a rehearsal of " + ended->at,
                                "one of the last " + std::to_string(most) + " days"});
  }
  outcome.notes.push_back("rehearsed at " + ended->at);
  return outcome;
}

}  // namespace

Gate rehearsal_evidence() {
  return {.name = "rehearsal_evidence",
          .summary = "The rollback was rehearsed not long ago, within its time, and ended green.",
          .phases = {Phase::kGate},
          .parameters =
              {PathParameter("ledger", "ledger.jsonl of the rehearsal").Required(),
               IntegerParameter("max_minutes", "what it may have taken").Default(15).AtLeast(1),
               IntegerParameter("max_age_days", "how old it may be").Default(30).AtLeast(1)},
          .subjects = TheRehearsal,
          .run = Run,
          .needs = Needs::kNothing};
}

}  // namespace gonogo
