// rehearsal_evidence: the rollback was rehearsed recently, passed, and took little enough time.
#include <filesystem>
#include <optional>

#include "core/error.h"
#include "core/json/json.h"
#include "core/plan/gate.h"
#include "core/record/facts.h"
#include "core/record/ledger.h"
#include "core/text/text.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/text_file.h"
#include "gates/inspection.h"

namespace gonogo::rehearsal_evidence {
namespace {

// The last rehearsal of a rollback in a ledger.
struct Rehearsal {
  LedgerLine began;
  LedgerLine ended;
  RollbackFacts facts;
};

std::vector<Subject> TheRollback(const Plan&, const Arguments&) { return {{"rollback", ""}}; }

Ledger LedgerAt(const std::string& path) {
  if (!std::filesystem::exists(path)) {
    throw PlanError(
        fmt::format("{}: the ledger of the rehearsal doesn't exist; `gonogo stage "
                    "rollback --rehearse --out DIR` creates one",
                    path));
  }
  return ParseLedger(ReadTextFile(path), path);
}

// True if the check runs in a stage on a throw-away pair, which is the rehearsal itself.
bool IsInRehearsal(const Inspection& in) {
  in.pair.Source();  // throws if a side can't be reached
  in.pair.Target();
  return in.pair.Of(SideName::kSource).identity->throw_away &&
         in.pair.Of(SideName::kTarget).identity->throw_away && in.migration.is_given;
}

std::optional<Rehearsal> LastRehearsal(const Ledger& ledger) {
  const LedgerLine* const began = ledger.Last(LedgerEvent::kStageBegan, Phase::kRollback);
  const LedgerLine* const ended = ledger.Last(LedgerEvent::kStageEnded, Phase::kRollback);
  if (began == nullptr || ended == nullptr || ended < began) return {};
  const RollbackFacts facts = RollbackFactsFrom(ended->details.at("facts"));
  if (!facts.rehearsed) return {};
  return Rehearsal{*began, *ended, facts};
}

void RequirePassed(const Rehearsal& rehearsal, std::vector<Finding>& findings) {
  if (rehearsal.ended.details.at("status") == 0) return;
  findings.push_back({"rollback",
                      fmt::format("a rehearsal at {} that ended {}", rehearsal.ended.at,
                                  rehearsal.ended.details.at("outcome").get<std::string>()),
                      "a rehearsal that passed"});
}

void RequireSamePlan(const Rehearsal& rehearsal, const Plan& plan, std::vector<Finding>& findings) {
  const Json& details = rehearsal.began.details;
  if (details.at("plan") != plan.name) {
    findings.push_back({"rollback", "a rehearsal of plan " + ToText(details.at("plan")),
                        "a rehearsal of plan " + ToText(Json(plan.name))});
  }
  if (details.at("plan_digest") == plan.digest) return;
  const auto changed = plan.ChangedFiles(details.value("files", Json::object()));
  findings.push_back({"rollback",
                      changed.empty() ? "a rehearsal with another version of the plan"
                                      : "a rehearsal before a change of " + Join(changed, ", "),
                      "a rehearsal with this version"});
}

void RequireRows(const Rehearsal& rehearsal, std::vector<Finding>& findings) {
  if (rehearsal.facts.rows > 0) return;
  findings.push_back(
      {"rollback", "a rehearsal without rows in the patch", "a rehearsal with rows in the patch"});
}

void RequireTime(const Rehearsal& rehearsal, std::chrono::minutes allowed,
                 std::vector<Finding>& findings) {
  if (rehearsal.facts.took <= allowed) return;
  findings.push_back({"rollback", fmt::format("took {} s", rehearsal.facts.took.count() / 1000),
                      fmt::format("at most {} min", allowed.count())});
}

// A rehearsal more than an hour in the future isn't recent either: a clock is wrong.
void RequireRecent(const Rehearsal& rehearsal, std::int64_t days, const std::string& now,
                   std::vector<Finding>& findings) {
  const auto age = TimeBetween(rehearsal.ended.at, now);
  if (std::chrono::ceil<std::chrono::days>(age).count() <= days && age >= std::chrono::hours(-1)) {
    return;
  }
  findings.push_back({"rollback", "a rehearsal at " + rehearsal.ended.at,
                      fmt::format("one in the last {}", Counted(days, "day"))});
}

Outcome Run(const Inspection& in) {
  if (IsInRehearsal(in)) {
    return {.examined = 1,
            .findings = {},
            .notes = {"this run is the rehearsal itself, so it needs no earlier one"}};
  }
  const auto rehearsal = LastRehearsal(LedgerAt(in.arguments.Text("ledger")));
  if (!rehearsal) {
    return {.examined = 1,
            .findings = {{"rollback", "no rehearsal of a rollback", "a rehearsal that passed"}}};
  }
  Outcome outcome{.examined = 1};
  RequirePassed(*rehearsal, outcome.findings);
  RequireSamePlan(*rehearsal, in.plan, outcome.findings);
  RequireRows(*rehearsal, outcome.findings);
  RequireTime(*rehearsal, std::chrono::minutes(in.arguments.Integer("max_minutes")),
              outcome.findings);
  RequireRecent(*rehearsal, in.arguments.Integer("max_age_days"), in.pair.LatestTime(),
                outcome.findings);
  outcome.notes.push_back("rehearsed at " + rehearsal->ended.at);
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "rehearsal_evidence",
      .summary = "The rollback was rehearsed recently, passed, and took little enough time.",
      .meaning = "Nobody has shown lately that the rollback works and is quick enough.",
      .remedy =
          "Rehearse this version of the plan with gonogo rehearse, and name its ledger.jsonl in "
          "the parameter ledger.",
      .phases = {Phase::kGate},
      .parameters = {PathParameter("ledger", "ledger.jsonl of the rehearsal").Required().Written(),
                     IntegerParameter("max_minutes", "minutes that the rehearsal may have taken")
                         .Default(15)
                         .AtLeast(1),
                     IntegerParameter("max_age_days", "days since the rehearsal at most")
                         .Default(30)
                         .AtLeast(1)},
      .subjects = TheRollback,
      .run = Run,
      .needs = Needs::kNothing};
}

}  // namespace gonogo::rehearsal_evidence
