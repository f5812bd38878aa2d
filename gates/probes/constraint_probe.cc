// constraint_probe: rules of a database are tried out: a statement that breaks one is refused, and
// by that one; a statement that breaks none is not. Each runs alone in a transaction that is rolled
// back, and is proved to have left nothing: by the fate of its transaction and by the contents of
// the plan's relations.
//
// gonogo's role needs the rights that the probes' own statements take (INSERT, EXECUTE, USAGE of
// schemas), beside those to read the relations; it needs no more, and is better no superuser: what
// a function does outside of its transaction (dblink, setval, a file) no rollback takes back. Locks
// that a probe takes last as long as the probe, TRUNCATE's against everybody, gonogo's own reading
// among them.
#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "fixtures/write_probe.h"
#include "gates/inspection.h"
#include "gates/probes/probe_expectation.h"
#include "gates/probes/probe_statement.h"
#include "gates/probes/side_effects.h"
#include "gates/subjects.h"

namespace gonogo {
namespace {

void RequireProbe(const Arguments& probe) {
  ExpectationOf(probe);
  for (const std::string& statement : probe.Texts("before")) {
    RequireProbeStatement("before", statement);
  }
  RequireProbeStatement("statement", probe.Text("statement"));
}

std::vector<Subject> Subjects(const Plan& plan, const Arguments& arguments) {
  SelectedRelations(plan, arguments);
  if (arguments.Text("sides") == "both" && !plan.connections.contains("source")) {
    throw PlanError(R"("sides" cannot be "both": "connections" names no "source")");
  }
  std::vector<Subject> subjects;
  for (const auto& [label, probe] : arguments.Map("probes").items()) {
    try {
      RequireProbe(Arguments(probe));
    } catch (const PlanError& error) {
      throw PlanError("probe \"" + label + "\": " + error.what());
    }
    subjects.push_back({label, ""});
  }
  if (subjects.empty()) throw PlanError("\"probes\" is empty");
  return subjects;
}

using Refused = std::optional<ServerError>;

std::string Describe(const Refused& refused) { return refused ? Describe(*refused) : "succeeded"; }

bool IsSame(const Refused& one, const Refused& other) {
  if (!one || !other) return !one && !other;
  return one->sqlstate == other->sqlstate && one->constraint == other->constraint;
}

class ProbeCase {
 public:
  explicit ProbeCase(const Inspection& in)
      : in_(in),
        probe_(in.arguments.Member("probes", in.subject.name)),
        expectation_(ExpectationOf(probe_)),
        names_sides_(in.arguments.Text("sides") == "both") {}

  Outcome Look() {
    in_.pair.Target();  // it must be there
    if (!names_sides_) {
      Probe(in_.pair.target_side());
      return std::move(outcome_);
    }
    in_.pair.RequireComparable();
    const Refused on_source = Probe(in_.pair.source_side());
    const Refused on_target = Probe(in_.pair.target_side());
    if (!IsSame(on_source, on_target)) {
      outcome_.findings.push_back(
          {in_.subject.name, Describe(on_target), "as on the source: " + Describe(on_source)});
    }
    return std::move(outcome_);
  }

 private:
  Refused Probe(const Side& side) {
    if (side.identity->in_recovery) {
      throw DatabaseError(side.name + ": it is a standby, which takes no writes", "25006");
    }
    const auto relations = RelationsOn(side);
    const RelationContents before = ContentsOf(in_.pair, side, relations);
    const ProbeAnswer answer =
        RunAndRollBack(in_.pair, side,
                       {.before = probe_.Texts("before"),
                        .statement = probe_.Text("statement"),
                        .timeout = std::chrono::milliseconds(in_.arguments.Integer("timeout_ms"))});
    const RelationContents after = ContentsOf(in_.pair, side, relations);
    RequireSameContents(side.name, before, after);
    Judge(side, answer);
    Note(side, Describe(answer.refusal));
    Note(side, "rolled back; the same contents before and after: " +
                   Counted(static_cast<std::int64_t>(relations.size()), "relation"));
    for (const std::string& moved : UsedSequenceNumbers(before, after)) Note(side, moved);
    return answer.refusal;
  }

  std::vector<std::string> RelationsOn(const Side& side) const {
    std::vector<std::string> names;
    for (const std::string& source : SelectedRelations(in_.plan, in_.arguments)) {
      names.push_back(side.name == "source" ? source : in_.plan.RelationNamed(source).target);
    }
    return names;
  }

  void Judge(const Side& side, const ProbeAnswer& answer) {
    outcome_.examined += answer.answered;
    if (answer.in_before) {
      throw DatabaseError(side.name + ": statement " + std::to_string(answer.answered) +
                              " of \"before\" was refused, so nothing was probed: " +
                              gonogo::Describe(*answer.refusal),
                          answer.refusal->sqlstate);
    }
    if (answer.refusal) RequireTelling(side.name, expectation_, *answer.refusal);
    if (IsMet(expectation_, answer.refusal)) return;
    const std::string subject = (names_sides_ ? side.name + ": " : "") + in_.subject.name;
    outcome_.findings.push_back(
        {subject, Describe(answer.refusal), gonogo::Describe(expectation_)});
  }

  void Note(const Side& side, const std::string& words) {
    outcome_.notes.push_back((names_sides_ ? side.name + ": " : "") + words);
  }

  const Inspection& in_;
  const Arguments probe_;
  const ProbeExpectation expectation_;
  const bool names_sides_;
  Outcome outcome_;
};

Outcome Run(const Inspection& in) { return ProbeCase(in).Look(); }

std::vector<Parameter> ProbeParameters() {
  std::vector<Parameter> parameters = {
      TextParameter("statement",
                    "one INSERT, UPDATE, DELETE, MERGE, SELECT, TRUNCATE, CALL or DO; names in "
                    "full, since search_path is empty")
          .Required()
          .Literal(),
      TextListParameter("before",
                        "statements like it that make ready; settings by SELECT set_config(...)")
          .DefaultEmpty()};
  for (Parameter& parameter : ExpectationParameters()) parameters.push_back(std::move(parameter));
  return parameters;
}

}  // namespace

Gate constraint_probe() {
  Parameter relations = RelationsParameter();
  relations.description = "those of the plan whose contents are held against those before a probe";
  return {
      .name = "constraint_probe",
      .summary =
          "Statements that break a rule are refused by it, and others are not; nothing "
          "of them is kept.",
      .phases = {Phase::kVerify, Phase::kGate},
      .parameters = {ObjectMapParameter("probes",
                                        "by any name, what is tried and what must come of it",
                                        ProbeParameters())
                         .Required(),
                     relations,
                     IntegerParameter("timeout_ms",
                                      "milliseconds that a statement may take; a probe that "
                                      "goes on is ended, and tells nothing")
                         .Default(5000)
                         .AtLeast(100),
                     TextParameter("sides", "where; both: on the source, too, with the same answer")
                         .Default("target")
                         .OneOf({"target", "both"})},
      .subjects = Subjects,
      .run = Run,
      .needs = Needs::kWriting};
}

}  // namespace gonogo
