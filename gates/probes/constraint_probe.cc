// constraint_probe: runs statements that a rule must refuse, or must let pass, and rolls them back.
//
// All probes of a check run when its first case does, between two readings of the contents of the
// relations: so the whole check reads each row twice. The final status of each probe's transaction
// and the equal contents prove that nothing was kept.
//
// gonogo's role needs the privileges of the probes' statements (INSERT, EXECUTE, USAGE of schemas)
// and SELECT on the relations. Don't run probes as superuser: a function can act outside the
// transaction (dblink, setval, a file), and a rollback doesn't undo that. A probe's locks last as
// long as the probe; those of TRUNCATE block all other sessions.
#include <fmt/format.h>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/check_memory.h"
#include "gates/inspection.h"
#include "gates/probes/probe_expectation.h"
#include "gates/probes/probe_run.h"
#include "gates/probes/probe_statement.h"
#include "gates/subjects.h"

namespace gonogo::constraint_probe {
namespace {

void RequireProbe(const Arguments& probe) {
  ExpectationOf(probe);
  for (const std::string& statement : probe.Texts("before")) {
    RequireProbeStatement("before", statement);
  }
  RequireProbeStatement("statement", probe.Text("statement"));
}

bool ProbesBothSides(const Arguments& arguments) { return arguments.Text("sides") == "both"; }

std::vector<Subject> Subjects(const Plan& plan, const Arguments& arguments) {
  SelectedRelations(plan, arguments);
  if (ProbesBothSides(arguments) && !plan.connections.contains("source")) {
    throw PlanError(R"("sides" cannot be "both": "connections" names no "source")");
  }
  std::vector<Subject> subjects;
  for (const auto& [name, probe] : arguments.Map("probes").items()) {
    try {
      RequireProbe(Arguments(probe));
    } catch (const PlanError& error) {
      throw PlanError(fmt::format("probe \"{}\": {}", name, error.what()));
    }
    subjects.push_back({name, ""});
  }
  if (subjects.empty()) throw PlanError("\"probes\" is empty");
  return subjects;
}

std::vector<NamedProbe> ProbesOf(const Arguments& arguments) {
  std::vector<NamedProbe> probes;
  for (const auto& [name, given] : arguments.Map("probes").items()) {
    const Arguments probe(given);
    probes.push_back({name,
                      {.before = probe.Texts("before"),
                       .statement = probe.Text("statement"),
                       .timeout = std::chrono::milliseconds(arguments.Integer("timeout_ms"))}});
  }
  return probes;
}

using SidesProbed = std::map<SideName, ProbeRun>;

SidesProbed ProbeSides(const Inspection& in) {
  SidesProbed probed;
  for (const SideName side : kBothSides) {
    if (side == SideName::kSource && !ProbesBothSides(in.arguments)) continue;
    std::vector<std::string> relations;
    for (const std::string& source : SelectedRelations(in.plan, in.arguments)) {
      relations.push_back(NameOn(side, in.plan.RelationNamed(source)));
    }
    probed.emplace(side, ProbeRun(in.pair, in.pair.Of(side), ProbesOf(in.arguments), relations));
  }
  return probed;
}

using Refusal = std::optional<ServerError>;

std::string Describe(const Refusal& refusal) { return refusal ? Describe(*refusal) : "succeeded"; }

bool IsSame(const Refusal& one, const Refusal& other) {
  if (!one || !other) return !one && !other;
  return one->sqlstate == other->sqlstate && one->constraint == other->constraint;
}

class ProbeCase {
 public:
  explicit ProbeCase(const Inspection& in)
      : in_(in),
        expectation_(ExpectationOf(in.arguments.Member("probes", in.subject.name))),
        both_(ProbesBothSides(in.arguments)) {}

  Outcome Examine() {
    in_.pair.Target();  // throws if the target couldn't be opened
    if (both_) in_.pair.RequireComparable();
    const SidesProbed& probed =
        in_.memory.Get<SidesProbed>(in_.arguments, [this] { return ProbeSides(in_); });
    std::map<SideName, Refusal> refusals;
    for (const auto& [side, run] : probed) {
      const ProbeResult& result = run.ResultOf(in_.subject.name);
      refusals[side] = Judged(in_.pair.Of(side).name, result);
    }
    const Refusal& on_target = refusals.at(SideName::kTarget);
    if (both_ && !IsSame(refusals.at(SideName::kSource), on_target)) {
      outcome_.findings.push_back(
          {in_.subject.name, Describe(on_target),
           "as on the source: " + Describe(refusals.at(SideName::kSource))});
    }
    return std::move(outcome_);
  }

 private:
  // Judges the answer and returns the error in the words that may be shown.
  Refusal Judged(const std::string& side, const ProbeResult& result) {
    ProbeAnswer answer = result.answer;
    const bool may_show = in_.arguments.Boolean("show_values");
    if (may_show && answer.error) {
      answer.error->kept = answer.error->message;
      answer.error->has_own_names = true;
    }
    outcome_.examined += answer.answered;
    if (answer.in_before) {
      throw DatabaseError(
          fmt::format("{}: statement {} of \"before\" was refused, so the probe didn't run: {}",
                      side, answer.answered, gonogo::Describe(*answer.error)),
          answer.error->sqlstate);
    }
    if (answer.error) RequireConclusive(side, expectation_, *answer.error);
    if (!IsMet(expectation_, answer.error)) {
      outcome_.findings.push_back({Prefix(side) + in_.subject.name, Describe(answer.error),
                                   gonogo::Describe(expectation_)});
    }
    const bool has_message =
        !may_show && !expectation_.message.empty() && IsMet(expectation_, answer.error);
    Note(side, Describe(answer.error) +
                   (has_message ? fmt::format(", with \"{}\"", expectation_.message) : ""));
    Note(side, "rolled back; the same contents before and after: " +
                   Counted(SelectedRelations(in_.plan, in_.arguments).size(), "relation"));
    for (const std::string& note : result.used_sequences) Note(side, note);
    return answer.error;
  }

  std::string Prefix(const std::string& side) const { return both_ ? side + ": " : ""; }

  void Note(const std::string& side, const std::string& note) {
    outcome_.notes.push_back(Prefix(side) + note);
  }

  const Inspection& in_;
  const ProbeExpectation expectation_;
  const bool both_;
  Outcome outcome_;
};

Outcome Run(const Inspection& in) { return ProbeCase(in).Examine(); }

std::vector<Parameter> ProbeParameters() {
  std::vector<Parameter> parameters = {
      TextParameter("statement",
                    "one INSERT, UPDATE, DELETE, MERGE, SELECT, TRUNCATE, CALL or DO; qualify all "
                    "names, because search_path may differ on the two sides")
          .Required()
          .Literal(),
      TextListParameter(
          "before",
          "statements of the same kinds that run first; settings by SELECT set_config(...)")
          .DefaultEmpty()};
  for (Parameter& parameter : ExpectationParameters()) parameters.push_back(std::move(parameter));
  return parameters;
}

}  // namespace

Gate Definition() {
  Parameter relations = RelationsParameter();
  relations.description = "the relations whose contents are compared before and after the probes";
  return {.name = "constraint_probe",
          .summary =
              "A rule refuses the statements that break it, and lets others pass. Every "
              "statement is rolled back.",
          .meaning =
              "The rule doesn't protect the target: it lets wrong rows in, or refuses valid ones.",
          .remedy =
              "Create or correct the constraint, trigger or privilege that the probe tries, on the "
              "target.",
          .phases = {Phase::kVerify, Phase::kGate},
          .parameters = {ObjectMapParameter("probes", "by any name: a statement and its result",
                                            ProbeParameters())
                             .Required(),
                         relations,
                         IntegerParameter("timeout_ms",
                                          "milliseconds that a statement may take; a probe that "
                                          "takes longer is ended and is an ERROR")
                             .Default(5000)
                             .AtLeast(100),
                         TextParameter("sides",
                                       "where probes run; both: the source must give the "
                                       "same answer")
                             .Default("target")
                             .OneOf({"target", "both"}),
                         BooleanParameter("show_values",
                                          "whether the evidence may show the whole messages with "
                                          "which probes are refused; they can hold values")
                             .Default(false)},
          .subjects = Subjects,
          .run = Run,
          .needs = Needs::kWriting};
}

}  // namespace gonogo::constraint_probe
