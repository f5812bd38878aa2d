// Runs the cases of a run: sessions -> GoogleTest -> lines of evidence.
#include "app/run/cases_run.h"

#include <algorithm>
#include <chrono>
#include <iostream>
#include <map>
#include <optional>
#include <utility>

#include "app/plan/plan_digest.h"
#include "app/progress.h"
#include "app/run/asked.h"
#include "app/run/earlier_run.h"
#include "app/run/promoted_sides.h"
#include "app/run/run_progress.h"
#include "app/run/runner.h"
#include "core/record/cause_groups.h"
#include "core/record/clocks.h"
#include "core/record/freshness.h"
#include "core/record/verdict.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/interrupt.h"

namespace gonogo {
namespace {

class CasesRun {
 public:
  CasesRun(const RunContext& context, const RunOptions& options, RunHeader header,
           EvidenceFolder& folder, const PerSide<std::string>& snapshots)
      : context_(context),
        options_(options),
        console_(options.Style()),
        evidence_{.run = std::move(header)},
        progress_(evidence_.run.declared),
        folder_(folder),
        asked_(context, evidence_.run.declared, options.effort.ForScan(), snapshots,
               evidence_.run.started) {}

  CasesRan Run() && {
    const bool all_passed = RunAll();
    asked_.Close();  // the reports need the memory
    ThrowIfInterrupted();
    ExpireResults(evidence_);
    if (ended_early_) return {std::move(evidence_), std::move(unreached_)};
    if (!options_.json) std::cout << std::exchange(held_back_, "");
    if (!all_passed && Judge(evidence_).decision == Decision::kGo) {
      RecordContradiction("GoogleTest reports a failure that isn't in the evidence");
    }
    for (const std::string& promoted : promoted_) RecordContradiction(promoted);
    for (const std::string& wrong : BackwardTimes(evidence_)) RecordContradiction(wrong);
    for (const std::string& file : FilesChangedSinceRead(context_.plan)) {
      RecordContradiction(file + " changed during the run: run the checks again");
    }
    return {std::move(evidence_), {}};
  }

 private:
  using Clock = std::chrono::steady_clock;

  // Returns whether GoogleTest saw all cases pass.
  bool RunAll() {
    const OnInterrupt cancel([this] { asked_.Cancel(); });
    RunHeader& header = evidence_.run;
    header.servers = asked_.Servers();
    folder_.Append(ToJson(header));
    unreached_ = UnreachedSides();
    Print(console_.Header(header));
    const auto cases = CasesOf(context_.plan, header.declared);
    evidence_.cases.reserve(cases.size());
    const bool all_passed = RunAsTests(cases, [this](const Case& one) { return RunOne(one); });
    PrintMorePassed();
    promoted_ = PromotedSides(header.servers, asked_.pair());
    return all_passed;
  }

  // Why each side can't be reached. A wrong database and a missing baseline are results of checks.
  std::vector<std::string> UnreachedSides() const {
    std::vector<std::string> why;
    for (const SideName name : kBothSides) {
      const Side& side = asked_.pair().Of(name);
      if (!side.failure || !side.pin_findings.empty() || side.is_baseline) continue;
      why.emplace_back(side.failure->what());
    }
    return why;
  }

  // Checks of files and signatures need no server. The first case that needs one ends the run.
  bool EndsRun(const CaseResult& result) const {
    return result.error && std::find(unreached_.begin(), unreached_.end(), result.error->message) !=
                               unreached_.end();
  }

  std::string RunOne(const Case& one) {
    if (WasInterrupted()) return "interrupted before this case";
    if (ended_early_) return "not run, because a server can't be reached";
    ShowProgress(one);
    const CaseResult result = ResultOf(one);
    ClearProgressLine();
    if (WasInterrupted()) return "interrupted in this case";
    folder_.Append(ToJson(result, evidence_.run));
    evidence_.cases.push_back(result);
    progress_.AddDone(result.check);
    ended_early_ = EndsRun(result);
    PrintFolded(one, result);
    return FailureOf(result);
  }

  // A case that comes after a check reads from snapshots that were taken after that one passed.
  CaseResult ResultOf(const Case& one) {
    const auto& after = evidence_.run.about.at(one.declared.check).after;
    if (!after || !IsKnown(*after, evidence_.run)) return asked_.Run(one);
    const std::string& passed = PassedAtOnce(*after);
    if (passed.empty()) return NotRun(one, WhyTooEarly(*after, passed, asked_.sees()));
    if (passed > asked_.sees()) {
      for (const std::string& other : asked_.Renew(evidence_.run.servers)) {
        RecordContradiction(other);
      }
      if (WasInterrupted()) return NotRun(one, "interrupted");  // perhaps while nothing was open
    }
    CaseResult result = asked_.Run(one);
    result.sees = asked_.sees();
    return result;
  }

  // As PassedAt. Cases that come after others are the last ones, so the answer stays the same.
  const std::string& PassedAtOnce(const FirstCheck& after) {
    const auto [known, is_new] = passed_at_.try_emplace(after.check);
    if (is_new) known->second = PassedAt(after, evidence_);
    return known->second;
  }

  static CaseResult NotRun(const Case& one, std::string why) {
    return {.check = one.declared.check,
            .subject = one.declared.subject,
            .severity = one.declared.severity,
            .outcome = {.not_run = std::move(why)},
            .error = {},
            .started = UtcNow()};
  }

  // Looks for the run before only once this one isn't a short one.
  void ShowProgress(const Case& one) {
    constexpr std::chrono::seconds kLong{1};
    const auto elapsed = Clock::now() - began_;
    if (!knows_earlier_ && elapsed > kLong) {
      knows_earlier_ = true;
      if (auto earlier = EarlierRunOf(evidence_.run, context_.migration)) {
        progress_.SetEarlier(std::move(earlier->took));
      }
    }
    ShowProgressLine(progress_.Line(
        one.declared.name(), std::chrono::duration_cast<std::chrono::milliseconds>(elapsed)));
  }

  // Prints the first cases of a check that pass, and at its end the number of the others.
  void PrintFolded(const Case& one, const CaseResult& result) {
    constexpr std::int64_t kShown = 3;
    if (one.check != passed_.check) PrintMorePassed();
    passed_.check = one.check;
    const bool passes =
        StatusOf(result, evidence_.run) == Status::kPass && result.outcome.findings.empty();
    if (passes && ++passed_.cases > kShown) {
      ++passed_.folded;
      passed_.took += result.duration;
    } else if (told_.Tell(result, evidence_.run)) {
      PrintCase(one, result);
    }
  }

  void PrintMorePassed() {
    if (passed_.folded > 0)
      Print(console_.MoreLine(passed_.check->id, passed_.folded, passed_.took));
    passed_ = {};
  }

  void PrintCase(const Case& one, const CaseResult& result) {
    const std::string lines = console_.CaseLines(result, evidence_.run);
    if (!lines.empty() && printed_phase_ != one.declared.phase) {
      printed_phase_ = one.declared.phase;
      Print(console_.PhaseHeading(one.declared.phase));
    }
    Print(lines);
  }

  std::string FailureOf(const CaseResult& result) const {
    const Status status = StatusOf(result, evidence_.run);
    const bool passes = status == Status::kPass || status == Status::kWaived ||
                        !Decides(result.severity, options_.strict);
    return passes ? "" : Console({}).CaseLines(result, evidence_.run);
  }

  void RecordContradiction(const std::string& contradiction) {
    folder_.Append(ContradictionJson(contradiction));
    evidence_.contradictions.push_back(contradiction);
  }

  // If a side can't be reached, holds the text back, because the run may end with one line.
  void Print(const std::string& text) {
    if (!unreached_.empty()) {
      held_back_ += text;
    } else if (!options_.json) {
      std::cout << text << std::flush;
    }
  }

  const RunContext& context_;
  const RunOptions& options_;
  Console console_;
  Evidence evidence_;
  RunProgress progress_;
  Clock::time_point began_ = Clock::now();
  bool knows_earlier_ = false;
  EvidenceFolder& folder_;
  Asked asked_;
  std::map<std::string, std::string> passed_at_;  // see PassedAtOnce
  ToldCauses told_;
  struct {
    const Check* check = nullptr;
    std::int64_t cases = 0;
    std::int64_t folded = 0;  // of these: not printed
    std::chrono::milliseconds took{0};
  } passed_;                            // of the check that runs
  std::vector<std::string> promoted_;   // what PromotedSides() says
  std::vector<std::string> unreached_;  // why, of each side
  bool ended_early_ = false;            // because of these
  std::string held_back_;               // output
  std::optional<Phase> printed_phase_;  // the last phase whose heading was printed
};

}  // namespace

CasesRan RunCases(const RunContext& context, const RunOptions& options, RunHeader header,
                  EvidenceFolder& folder, const PerSide<std::string>& snapshots) {
  return CasesRun(context, options, std::move(header), folder, snapshots).Run();
}

}  // namespace gonogo
