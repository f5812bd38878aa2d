// one_side_only: each worker, scheduler and mailer runs on one side: on the source before the
// switch, on the target after it. On both it does its work twice, on neither not at all.
#include <fmt/format.h>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/plan/program_keys.h"
#include "core/text/text.h"
#include "fixtures/programs/plan_program.h"
#include "fixtures/system/interrupt.h"
#include "gates/inspection.h"
#include "gates/reading/doubt.h"
#include "gates/reading/known_roles.h"
#include "gates/sessions/named_jobs.h"
#include "gates/sessions/named_sessions.h"

namespace gonogo::one_side_only {
namespace {

// What the plan's program prints last. An exit status wouldn't do: that of a broken program is 1,
// too.
constexpr const char* kRuns = "runs";
constexpr const char* kStopped = "stopped";

bool HasSessions(const Arguments& worker) {
  return !worker.Texts("names").empty() || !worker.Texts("users").empty();
}

std::vector<Subject> Subjects(const Plan& plan, const Arguments& arguments) {
  if (!plan.has_source()) throw PlanError("the plan has only one side");
  const bool has_program = arguments.Has("words");
  if (has_program && arguments.Texts("words").empty())
    throw PlanError("\"words\" names no program");
  std::vector<Subject> subjects;
  bool asks_program = false;
  for (const auto& [name, given] : arguments.Map("workers").items()) {
    const Arguments worker(given);
    asks_program = asks_program || worker.Boolean("program");
    if (worker.Boolean("program") && !has_program) {
      throw PlanError(
          fmt::format("worker \"{}\" needs \"words\", the program that knows it", name));
    }
    if (!worker.Boolean("program") && !HasSessions(worker) && worker.Texts("jobs").empty()) {
      throw PlanError(fmt::format(
          "worker \"{}\" needs \"names\", \"users\", \"jobs\" or \"program\" to find it", name));
    }
    subjects.push_back({name, ""});
  }
  if (subjects.empty()) throw PlanError("\"workers\" is empty");
  if (has_program && !asks_program) {
    throw PlanError("no worker has \"program\": true, so nobody asks the program in \"words\"");
  }
  return subjects;
}

// What one way to look says about a worker on a side.
struct Seen {
  bool runs = false;
  std::string words;  // "2 sessions: app as \"worker\""
};

Seen SeenBySessions(const Arguments& worker, SideName side, Session& session) {
  const NamedSessions sessions = SessionsOf(worker, side, session);
  return {sessions.count > 0, sessions.description};
}

Seen SeenByJobs(const std::vector<std::string>& patterns, const ScheduledJobs& jobs) {
  const NamedJobs named = JobsOf(patterns, jobs);
  return {named.run, named.description};
}

// Runs the plan's program with the worker and the side as further arguments.
Seen SeenByProgram(const Inspection& in, SideName side) {
  const std::string name = in.arguments.Texts("words").front();
  try {
    PlanProgram program = PlanProgramFrom(in.arguments, "words", in.environment, "program " + name);
    program.words.push_back(in.subject.name);
    program.words.push_back(ToString(side));
    const ProcessResult result = RunPlanProgram(program);
    if (result.ending == Ending::kInterrupted) throw Interrupted();
    if (result.ending == Ending::kTimedOut) {
      throw std::runtime_error(
          fmt::format("{} didn't end within {} s", name, program.timeout.count()));
    }
    const std::string_view output = Trim(result.output);
    const std::string last(output.substr(output.rfind('\n') + 1));
    if (result.status != 0 || (last != kRuns && last != kStopped)) {
      throw std::runtime_error(fmt::format(
          "{}, asked for {} on the {}, ended with exit status {} and didn't print \"{}\" or \"{}\"",
          name, in.subject.name, ToString(side), result.status, kRuns, kStopped));
    }
    return {last == kRuns, fmt::format("{} says {}", name, last)};
  } catch (const std::runtime_error& error) {  // also of a variable that isn't set
    throw DatabaseError(error.what(), "");
  }
}

// Says on which sides the worker runs, as one way to look sees it, and judges that.
void Judge(const Inspection& in, const std::string& way, const PerSide<Seen>& seen,
           Outcome& outcome) {
  const std::string& wanted_on = in.arguments.Text("side");
  for (const SideName side : kBothSides) {
    ++outcome.examined;
    const std::string where = fmt::format("{}: {}", ToString(side), way);
    const bool is_wanted = ToString(side) == wanted_on;
    if (seen[side].runs == is_wanted) {
      outcome.notes.push_back(where + ": " + seen[side].words);
    } else {
      outcome.findings.push_back(
          {where, seen[side].words,
           is_wanted ? "running here" : "none: it runs on the " + wanted_on + " only"});
    }
  }
}

template <typename Look>
auto OnBoth(Look look) {
  PerSide<decltype(look(SideName::kSource))> seen;
  for (const SideName side : kBothSides) seen[side] = look(side);
  return seen;
}

// Judge a worker by its sessions and by its jobs. Return what keeps that from being decided.
std::string JudgeSessions(const Inspection& in, const Arguments& worker,
                          const Pair::Sessions& fresh, Outcome& outcome) {
  const auto look = [&](SideName side) { return SeenBySessions(worker, side, *fresh[side]); };
  Judge(in, "sessions", OnBoth(look), outcome);
  return UnknownRole("users", worker.Texts("users"), *fresh.source, *fresh.target);
}

std::string JudgeJobs(const Inspection& in, const Arguments& worker, const Pair::Sessions& fresh,
                      Outcome& outcome) {
  const auto patterns = worker.Texts("jobs");
  const auto jobs = OnBoth([&](SideName side) { return ScheduledJobsOn(side, *fresh[side]); });
  Judge(in, "jobs", OnBoth([&](SideName side) { return SeenByJobs(patterns, jobs[side]); }),
        outcome);
  return UnknownJobs(patterns, jobs);
}

// Opens new sessions, because a snapshot keeps showing what it saw first.
Outcome Run(const Inspection& in) {
  const Arguments worker = in.arguments.Member("workers", in.subject.name);
  const bool has_jobs = !worker.Texts("jobs").empty();
  Outcome outcome;
  std::vector<std::string> doubts;
  if (HasSessions(worker) || has_jobs) {
    const Pair::Sessions fresh = in.pair.OpenFresh();
    if (HasSessions(worker)) doubts.push_back(JudgeSessions(in, worker, fresh, outcome));
    if (has_jobs) doubts.push_back(JudgeJobs(in, worker, fresh, outcome));
  }
  if (worker.Boolean("program")) {
    Judge(in, "program", OnBoth([&](SideName side) { return SeenByProgram(in, side); }), outcome);
  }
  for (const std::string& doubt : doubts) AddDoubt(doubt, outcome);
  return outcome;
}

std::vector<Parameter> WorkerParameters() {
  std::vector<Parameter> parameters = SessionParameters();
  parameters.push_back(
      TextListParameter(
          "jobs", "patterns of names of pg_cron's jobs; one that is active runs, if pg_cron does")
          .DefaultEmpty());
  parameters.push_back(
      BooleanParameter("program", "whether the program of \"words\" knows it").Default(false));
  return parameters;
}

}  // namespace

Gate Definition() {
  return {
      .name = "one_side_only",
      .summary = "Workers, schedulers and mailers run on the side of the plan, and only there.",
      .meaning = "Work is done twice, on both sides, or it isn't done at all.",
      .remedy =
          "Stop the worker where it must not run, and start it where it must; then ask again.",
      .phases = {Phase::kCutover, Phase::kFinalize},
      .parameters =
          {TextParameter("side",
                         "where they must run: source in a check before the switch, target in one "
                         "after it")
               .Required()
               .OneOf({"source", "target"}),
           ObjectMapParameter("workers", "by worker, how to find it; each way must agree",
                              WorkerParameters())
               .Required(),
           TextListParameter(
               "words",
               "a program and its arguments, without a shell; it gets worker and side "
               "as further ones, and prints \"runs\" or \"stopped\" last"),
           ProgramFolder().Default("."), ProgramFiles(), ProgramEnvironment().DefaultEmpty(),
           IntegerParameter("timeout_s",
                            "seconds after which the program is stopped, which is an error")
               .Default(60)
               .AtLeast(1)},
      .subjects = Subjects,
      .run = Run,
      .needs = Needs::kMonitoring};
}

}  // namespace gonogo::one_side_only
