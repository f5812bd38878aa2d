// workload: the target's applications run the statements of the source, about as often, as fast,
// and with as many rows, by what pg_stat_statements has of both servers.
//
// The numbers of statements differ between servers, and the texts between versions: statements are
// the same if they do the same. Counts since different times are compared as shares of all calls.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/inspection.h"
#include "gates/objects/cut_findings.h"
#include "gates/parser/row_finder.h"
#include "gates/parser/statement_fingerprint.h"
#include "gates/reading/doubt.h"
#include "gates/reading/known_roles.h"
#include "gates/servers/executed_statements.h"

namespace gonogo::workload {
namespace {

constexpr std::size_t kMostDifferences = 40;
constexpr double kHardlyARow = 0.1;  // rows of a call so few don't matter

struct Executed {
  std::string name;  // of the first statement that does this
  double calls = 0;
  double milliseconds = 0;
  double rows = 0;

  double Mean() const { return milliseconds / calls; }
  double RowsPerCall() const { return rows / calls; }
};

// What one server executed, by fingerprint.
struct Workload {
  std::map<std::string, Executed> statements;
  double calls = 0;
  double milliseconds = 0;

  double PercentOfCalls(const Executed& one) const { return 100 * one.calls / calls; }
  double PercentOfTime(const Executed& one) const {
    return milliseconds == 0 ? 0 : 100 * one.milliseconds / milliseconds;
  }
  double Percent(const Executed& one) const {
    return std::max(PercentOfCalls(one), PercentOfTime(one));
  }
};

std::vector<Subject> Subjects(const Plan& plan, const Arguments& arguments) {
  if (!plan.has_source()) throw PlanError("this gate needs a source, and the plan has none");
  for (const char* ratio : {"time_ratio", "rows_ratio", "calls_ratio"}) {
    if (arguments.Number(ratio) <= 1) throw PlanError(fmt::format("\"{}\" must be above 1", ratio));
  }
  if (arguments.Number("share_percent") <= 0 || arguments.Number("share_percent") > 100) {
    throw PlanError("\"share_percent\" must be above 0 and at most 100");
  }
  return {{"pg_stat_statements", ""}};
}

// What a procedure executes isn't known: the call stands for it.
bool IsCall(const std::string& query) {
  constexpr std::string_view kCall = "call ";
  return InLowerCase(query.substr(0, kCall.size())) == kCall;
}

// Applications begin and end transactions, and monitoring reads catalogues: neither is compared.
bool IsOfApplications(const ExecutedStatement& statement) {
  const std::string why = RowFinderOf(statement.query).why_none;
  return statement.calls > 0 && (why.empty() || why == "reads no table" || IsCall(statement.query));
}

Workload WorkloadOf(const Inspection& in, SideName side) {
  Workload workload;
  for (const ExecutedStatement& one : StatementsOn(in, side, in.arguments.Texts("roles"))) {
    if (!IsOfApplications(one)) continue;
    Executed& same = workload.statements[StatementFingerprint(one.query)];
    if (same.name.empty()) same.name = one.Name();
    same.calls += static_cast<double>(one.calls);
    same.milliseconds += one.milliseconds;
    same.rows += static_cast<double>(one.rows);
    workload.calls += static_cast<double>(one.calls);
    workload.milliseconds += one.milliseconds;
  }
  return workload;
}

class WorkloadJudge {
 public:
  explicit WorkloadJudge(const Inspection& in)
      : time_ratio_(in.arguments.Number("time_ratio")),
        rows_ratio_(in.arguments.Number("rows_ratio")),
        calls_ratio_(in.arguments.Number("calls_ratio")),
        share_(in.arguments.Number("share_percent")),
        least_ms_(in.arguments.Number("min_ms")),
        least_calls_(static_cast<double>(in.arguments.Integer("min_calls"))),
        source_(WorkloadOf(in, SideName::kSource)),
        target_(WorkloadOf(in, SideName::kTarget)) {}

  // Throws DatabaseError if the target has executed too little to be judged.
  Outcome Judge() {
    RequireEnough();
    for (const auto& [fingerprint, source] : source_.statements) {
      const auto found = target_.statements.find(fingerprint);
      if (found == target_.statements.end()) {
        JudgeVanished(source);
      } else {
        JudgeBoth(source, found->second);
      }
    }
    for (const auto& [fingerprint, target] : target_.statements) {
      if (!source_.statements.contains(fingerprint)) JudgeNew(target);
    }
    if (outcome_.examined == 0 && by_share_.empty()) {
      throw DatabaseError("no statement was called often enough on both sides to be judged", "");
    }
    NotePassedOver();
    SortByShare();
    CutFindings(kMostDifferences, "other statements", "more finding", outcome_);
    return std::move(outcome_);
  }

 private:
  // A statement of the least share that counts must have had the time to be called.
  void RequireEnough() const {
    if (source_.calls == 0) {
      throw DatabaseError(
          "source: pg_stat_statements knows no statement of applications: they were reset, or the "
          "plan must name their \"roles\"",
          "");
    }
    const double wanted = least_calls_ * 100 / share_;
    if (target_.calls >= wanted) return;
    throw DatabaseError(
        fmt::format("target: pg_stat_statements knows {:.0f} calls of applications, and {:.0f} are "
                    "needed to compare them: let the applications work first",
                    target_.calls, wanted),
        "");
  }

  void JudgeVanished(const Executed& source) {
    if (source_.Percent(source) < share_) return PassOver(&source, nullptr);
    ++outcome_.examined;
    Add(source, source_.Percent(source), "not called on the target",
        Shares(source_, source) + " on the source");
  }

  void JudgeNew(const Executed& target) {
    if (target_.Percent(target) < share_) return PassOver(nullptr, &target);
    ++outcome_.examined;
    Add(target, target_.Percent(target), Shares(target_, target) + " on the target",
        "none on the source");
  }

  void JudgeBoth(const Executed& source, const Executed& target) {
    const double share = std::max(source_.Percent(source), target_.Percent(target));
    JudgeShare(source, target);
    if (target.calls < least_calls_ || source.calls < least_calls_) {
      return PassOver(&source, &target);
    }
    ++outcome_.examined;
    if (target.Mean() > time_ratio_ * source.Mean() && target.Mean() >= source.Mean() + least_ms_) {
      Add(source, share, fmt::format("{:.2f} ms per call", target.Mean()),
          fmt::format("at most {} times the source's {:.2f} ms", time_ratio_, source.Mean()));
    }
    const auto [fewer, more] = std::minmax({source.RowsPerCall(), target.RowsPerCall()});
    if (more >= kHardlyARow && more > rows_ratio_ * fewer) {
      Add(source, share, fmt::format("{:.2f} rows per call", target.RowsPerCall()),
          fmt::format("about {:.2f}, as on the source", source.RowsPerCall()));
    }
  }

  void JudgeShare(const Executed& source, const Executed& target) {
    const double before = source_.PercentOfCalls(source);
    const double now = target_.PercentOfCalls(target);
    const auto [less, more] = std::minmax({before, now});
    if (more < share_ || more <= calls_ratio_ * less) return;
    Add(source, more, fmt::format("{:.2f} % of the calls", now),
        fmt::format("about {:.2f} %, as on the source", before));
  }

  // Counts a statement that can't be judged, as each side has it; null: it doesn't.
  void PassOver(const Executed* source, const Executed* target) {
    ++passed_over_;
    if (source != nullptr) passed_over_on_.source += source_.PercentOfTime(*source);
    if (target != nullptr) passed_over_on_.target += target_.PercentOfTime(*target);
  }

  // A reader must know what isn't judged.
  void NotePassedOver() {
    if (passed_over_ == 0) return;
    outcome_.notes.push_back(fmt::format(
        "not judged: {} with fewer than {:.0f} calls, or on one side only with less than {:g} % "
        "of it; their share of the time is {:.2f} % on the source and {:.2f} % on the target",
        Counted(passed_over_, "statement"), least_calls_, share_, passed_over_on_.source,
        passed_over_on_.target));
  }

  static std::string Shares(const Workload& all, const Executed& one) {
    return fmt::format("{:.2f} % of the calls and {:.2f} % of the time", all.PercentOfCalls(one),
                       all.PercentOfTime(one));
  }

  void Add(const Executed& one, double share, std::string have, std::string want) {
    by_share_.emplace_back(share, Finding{one.name, std::move(have), std::move(want)});
  }

  // Those first that matter most.
  void SortByShare() {
    std::stable_sort(by_share_.begin(), by_share_.end(),
                     [](const auto& one, const auto& other) { return one.first > other.first; });
    for (auto& [share, finding] : by_share_) outcome_.findings.push_back(std::move(finding));
  }

  double time_ratio_;
  double rows_ratio_;
  double calls_ratio_;
  double share_;
  double least_ms_;
  double least_calls_;
  Workload source_;
  Workload target_;
  std::vector<std::pair<double, Finding>> by_share_;
  std::int64_t passed_over_ = 0;
  PerSide<double> passed_over_on_{0, 0};  // per cent of the time
  Outcome outcome_;
};

Outcome Run(const Inspection& in) {
  in.pair.RequireComparable();
  Outcome outcome = WorkloadJudge(in).Judge();
  AddDoubt(UnknownRole("roles", in.arguments.Texts("roles"), in.pair.Source(), in.pair.Target()),
           outcome);
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "workload",
      .summary = "After the switch, statements are called as before, and are about as fast.",
      .meaning = "The application does something else on the target, or waits there.",
      .remedy =
          "Look at the statement's plan, rows and callers on both sides; go back if users wait.",
      .phases = {Phase::kFinalize},
      .parameters =
          {TextListParameter("roles", "whose statements; default: all but those of gonogo's role")
               .DefaultEmpty(),
           NumberParameter("time_ratio", "how many times the source's mean time a call may take")
               .DefaultJson("3"),
           NumberParameter("min_ms", "milliseconds per call that don't matter").DefaultJson("1"),
           NumberParameter("rows_ratio", "how many times more or fewer rows a call may have")
               .DefaultJson("10"),
           NumberParameter("calls_ratio",
                           "how many times the share of all calls may have grown or shrunk")
               .DefaultJson("10"),
           NumberParameter("share_percent",
                           "share of a side's calls, or of its time, from which a new, vanished or "
                           "rarer statement is a finding")
               .DefaultJson("5"),
           IntegerParameter("min_calls", "calls of a statement from which on it is judged")
               .Default(20)
               .AtLeast(1)},
      .subjects = Subjects,
      .run = Run,
      .needs = Needs::kMonitoring};
}

}  // namespace gonogo::workload
