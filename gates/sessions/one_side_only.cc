// one_side_only: each worker, scheduler and mailer runs on one side: on the source before the
// switch, on the target after it. On both it does its work twice, on neither not at all.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/plan/program_keys.h"
#include "core/text/glob.h"
#include "core/text/text.h"
#include "fixtures/programs/plan_program.h"
#include "fixtures/system/interrupt.h"
#include "gates/inspection.h"
#include "gates/sessions/named_sessions.h"
#include "sql/catalogue.h"

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

// A job runs if it is active. A side without pg_cron has none.
Seen SeenByJobs(const Arguments& worker, Session& session) {
  const auto patterns = worker.Texts("jobs");
  std::vector<std::string> active;
  for (const Row row : QueryWritten(session, sql::kScheduledJobs, {})) {
    const std::string name = row.Text("object").substr(std::string("job ").size());
    const bool is_meant = std::any_of(patterns.begin(), patterns.end(), [&](const auto& pattern) {
      return MatchesGlob(pattern, name);
    });
    if (is_meant && row.Boolean("active")) active.push_back(name);
  }
  if (active.empty()) return {false, "no active job"};
  return {true, "active: " + Join(active, ", ")};
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
PerSide<Seen> OnBoth(Look look) {
  PerSide<Seen> seen;
  for (const SideName side : kBothSides) seen[side] = look(side);
  return seen;
}

// Opens new sessions, because a snapshot keeps showing what it saw first.
Outcome Run(const Inspection& in) {
  const Arguments worker = in.arguments.Member("workers", in.subject.name);
  Outcome outcome;
  if (HasSessions(worker) || !worker.Texts("jobs").empty()) {
    const Pair::Sessions fresh = in.pair.OpenFresh();
    if (HasSessions(worker)) {
      Judge(in, "sessions",
            OnBoth([&](SideName side) { return SeenBySessions(worker, side, *fresh[side]); }),
            outcome);
    }
    if (!worker.Texts("jobs").empty()) {
      Judge(in, "jobs", OnBoth([&](SideName side) { return SeenByJobs(worker, *fresh[side]); }),
            outcome);
    }
  }
  if (worker.Boolean("program")) {
    Judge(in, "program", OnBoth([&](SideName side) { return SeenByProgram(in, side); }), outcome);
  }
  return outcome;
}

std::vector<Parameter> WorkerParameters() {
  std::vector<Parameter> parameters = SessionParameters();
  parameters.push_back(
      TextListParameter("jobs", "patterns of names of pg_cron's jobs; one that is active runs")
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
