// standbys: enough standbys follow the target, so that it survives the loss of a server.
//
// A managed server may keep its standby out of sight: there, the provider's own interface shows it.
#include "core/error.h"
#include "core/plan/gate.h"
#include "gates/reading/judged_rows.h"
#include "gates/subjects.h"
#include "sql/replication.h"

namespace gonogo::standbys {
namespace {

std::vector<Subject> Subjects(const Plan& plan, const Arguments& arguments) {
  if (arguments.Integer("synchronous") > arguments.Integer("at_least")) {
    throw PlanError("\"synchronous\" can't be more than \"at_least\", which counts them too");
  }
  return TheTarget(plan, arguments);
}

Outcome Run(const Inspection& in) {
  return JudgeSide(in, sql::kStandbys,
                   {std::to_string(in.arguments.Integer("at_least")),
                    std::to_string(in.arguments.Integer("synchronous")),
                    std::to_string(in.arguments.Integer("bytes_behind"))});
}

}  // namespace

Gate Definition() {
  return {
      .name = "standbys",
      .summary = "Enough standbys stream from the target and aren't far behind.",
      .meaning =
          "If the target's server is lost, no other takes its place, or one that lacks "
          "transactions.",
      .remedy =
          "Start the standbys and let them catch up; for synchronous ones, name them in "
          "synchronous_standby_names.",
      .phases = {Phase::kGate, Phase::kCutover},
      .parameters = {IntegerParameter(
                         "at_least",
                         "how many standbys must be ready; with 0 the case only tells which are")
                         .Default(1)
                         .AtLeast(0),
                     IntegerParameter("synchronous", "how many of them must be synchronous")
                         .Default(0)
                         .AtLeast(0),
                     IntegerParameter("bytes_behind",
                                      "maximum number of bytes that a ready standby may be behind")
                         .Default(16'777'216)
                         .AtLeast(0)},
      .subjects = Subjects,
      .run = Run,
      .needs = Needs::kMonitoring};
}

}  // namespace gonogo::standbys
