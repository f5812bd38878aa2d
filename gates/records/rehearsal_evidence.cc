// rehearsal_evidence: the rollback was rehearsed recently, passed, and took little enough time; if
// the plan wants it, several times in a row.
#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "core/json/json.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/inspection.h"
#include "gates/records/in_rehearsal.h"
#include "gates/records/record_age.h"
#include "gates/records/rehearsed_rollbacks.h"

namespace gonogo::rehearsal_evidence {
namespace {

std::vector<Subject> TheRollback(const Plan&, const Arguments&) { return {{"rollback", ""}}; }

// Judges one rehearsal. Its subject tells it from the others that are wanted.
class Judged {
 public:
  Judged(const RehearsedRollback& rehearsal, std::string subject, std::vector<Finding>& findings)
      : rehearsal_(rehearsal), subject_(std::move(subject)), findings_(findings) {}

  void RequirePassed() {
    const Json& details = rehearsal_.ended->details;
    if (details.at("status") == 0) return;
    Add(fmt::format("a rehearsal at {} that ended {}", rehearsal_.ended->at,
                    details.at("outcome").get<std::string>()),
        "a rehearsal that passed");
  }

  void RequireSamePlan(const Plan& plan) {
    const Json& details = rehearsal_.began.details;
    if (details.at("plan") != plan.name) {
      Add("a rehearsal of plan " + ToText(details.at("plan")),
          "a rehearsal of plan " + ToText(Json(plan.name)));
    }
    if (details.at("plan_digest") == plan.digest) return;
    const auto changed = plan.ChangedFiles(details.value("files", Json::object()));
    Add(changed.empty() ? "a rehearsal with another version of the plan"
                        : "a rehearsal before a change of " + Join(changed, ", "),
        "a rehearsal with this version");
  }

  void RequireRows() {
    if (rehearsal_.facts.rows > 0) return;
    Add("a rehearsal without rows in the patch", "a rehearsal with rows in the patch");
  }

  void RequireTime(std::chrono::minutes allowed) {
    if (rehearsal_.facts.took <= allowed) return;
    Add(fmt::format("took {} s", rehearsal_.facts.took.count() / 1000),
        fmt::format("at most {} min", allowed.count()));
  }

  void RequireRecent(std::int64_t days, const std::string& now) {
    if (IsRecent(rehearsal_.ended->at, now, days)) return;
    Add("a rehearsal at " + rehearsal_.ended->at,
        fmt::format("one in the last {}", Counted(days, "day")));
  }

 private:
  void Add(std::string have, std::string want) {
    findings_.push_back({subject_, std::move(have), std::move(want)});
  }

  const RehearsedRollback& rehearsal_;
  std::string subject_;
  std::vector<Finding>& findings_;
};

// "rollback", "rollback 1 before the last"
std::string SubjectOf(std::size_t before_the_last) {
  return before_the_last == 0 ? "rollback"
                              : fmt::format("rollback {} before the last", before_the_last);
}

// The rollbacks that count, from the last one back: up to the first that wasn't a rehearsal or
// broke off.
std::vector<RehearsedRollback> InARow(std::vector<RehearsedRollback> all, std::size_t wanted) {
  std::reverse(all.begin(), all.end());
  const auto broken = std::find_if(all.begin(), all.end(), [](const RehearsedRollback& one) {
    return !one.ended || !one.facts.rehearsed;
  });
  all.erase(broken, all.end());
  if (all.size() > wanted) all.resize(wanted);
  return all;
}

Outcome Run(const Inspection& in) {
  if (IsInRehearsal(in)) {
    return {.examined = 1,
            .findings = {},
            .notes = {"this run is the rehearsal itself, so it needs no earlier one"}};
  }
  const auto wanted = static_cast<std::size_t>(in.arguments.Integer("rehearsals"));
  const auto rehearsals = InARow(RollbacksIn(in.arguments.Text("ledger")), wanted);
  Outcome outcome{.examined = 1};
  if (rehearsals.size() < wanted) {
    outcome.findings.push_back(
        {"rollback",
         rehearsals.empty() ? "no rehearsal of a rollback"
                            : Counted(rehearsals.size(), "rehearsal") + " in a row",
         wanted == 1 ? "a rehearsal that passed" : Counted(wanted, "rehearsal") + " in a row"});
  }
  for (std::size_t i = 0; i < rehearsals.size(); ++i) {
    Judged judged(rehearsals[i], SubjectOf(i), outcome.findings);
    judged.RequirePassed();
    judged.RequireSamePlan(in.plan);
    judged.RequireRows();
    judged.RequireTime(std::chrono::minutes(in.arguments.Integer("max_minutes")));
    if (i == 0) judged.RequireRecent(in.arguments.Integer("max_age_days"), in.pair.LatestTime());
    outcome.notes.push_back("rehearsed at " + rehearsals[i].ended->at);
  }
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "rehearsal_evidence",
      .summary = "The rollback was rehearsed recently, passed, and took little enough time.",
      .meaning = "Nobody has shown lately that the rollback works and is quick enough.",
      .remedy =
          "Rehearse this version with gonogo rehearse, and name its ledger.jsonl, or a folder of several.",
      .phases = {Phase::kGate},
      .parameters = {PathParameter("ledger",
                                   "ledger.jsonl of the rehearsal, or a folder with such files "
                                   "anywhere below it")
                         .Required()
                         .Written(),
                     IntegerParameter("rehearsals",
                                      "how many rehearsals must have passed in a row, the last "
                                      "ones of all")
                         .Default(1)
                         .AtLeast(1),
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
