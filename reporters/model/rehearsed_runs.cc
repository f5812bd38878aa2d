// A stage that is run again does only what is left: its time is that of both runs.
#include "reporters/model/rehearsed_runs.h"

#include <set>
#include <utility>

namespace gonogo {
namespace {

using Duration = std::chrono::milliseconds;

constexpr const char* kOfCommand = "command ";  // with which the name of its step begins

// One stage, while the lines of the ledger are read.
class StageClock {
 public:
  void Begin(const LedgerLine& line) {
    if (began_ != nullptr) before_ = TookUntil(last_);
    goes_on_ = has_commands_ || has_own_steps_;
    if (!goes_on_) ClearSteps();
    has_reached_before_ = up_to_no_return_.has_value();
    began_ = &line;
    last_ = line.offset;
  }

  void AddStep(const LedgerLine& line) {
    if (line.step == kUndoneStep || line.step == kRestartStep) return ClearCommands();
    const bool is_command = line.step.starts_with(kOfCommand);
    has_commands_ = has_commands_ || is_command;
    // A restore that is run again does all of it again.
    has_own_steps_ = has_own_steps_ || (!is_command && line.step != kRestoreStep);
    if (line.event == LedgerEvent::kStepBegan) {
      open_[line.step] = line.offset;
    } else if (line.details.value("status", Json(0)) != Json(0)) {
      steps_.erase(line.step);
    } else {
      // Checks that are repeated are done several times.
      const auto open = open_.try_emplace(line.step, line.offset).first;
      steps_[line.step] += line.offset - std::exchange(open->second, line.offset);
    }
    last_ = line.offset;
  }

  // The stage reached the point from which on there is no return.
  void Reach(const LedgerLine& line) {
    if (!has_reached_before_) up_to_no_return_ = RunUntil(line.offset);
  }

  void End(const LedgerLine& line) {
    const Json facts = line.details.value("facts", Json::object());
    // So the time of the run that took the backup counts, too.
    if (facts.contains("backup") && BackupFactsFrom(facts.at("backup")).reused) goes_on_ = true;
    last_ = line.offset;
  }

  // What was done must be done again, because an earlier stage or a rollback began.
  void ClearCommands() {
    std::erase_if(steps_, [](const auto& step) { return step.first.starts_with(kOfCommand); });
    has_commands_ = false;
    goes_on_ = goes_on_ && has_own_steps_;
    up_to_no_return_.reset();
    has_reached_before_ = false;
  }

  void ClearSteps() {
    has_own_steps_ = false;
    steps_.clear();
    ClearCommands();
  }

  const LedgerLine* began() const { return began_; }
  RehearsedRun Run() const { return RunUntil(last_); }
  const std::optional<RehearsedRun>& up_to_no_return() const { return up_to_no_return_; }

 private:
  Duration TookUntil(Duration offset) const {
    return offset - began_->offset + (goes_on_ ? before_ : Duration{0});
  }
  RehearsedRun RunUntil(Duration offset) const {
    return {.took = TookUntil(offset), .steps = steps_};
  }

  const LedgerLine* began_ = nullptr;  // its last run
  Duration last_{0};                   // the last line of that
  Duration before_{0};                 // how long the run before it took
  bool goes_on_ = false;               // with what that one left
  bool has_commands_ = false;
  bool has_own_steps_ = false;
  bool has_reached_before_ = false;        // the point of no return, in an earlier run
  std::map<std::string, Duration> open_;   // when steps began
  std::map<std::string, Duration> steps_;  // how long those took that are done
  std::optional<RehearsedRun> up_to_no_return_;
};

class Following {
 public:
  explicit Following(const Plan& plan) : plan_(plan) {}

  void Follow(const LedgerLine& line) {
    StageClock& clock = clocks_[line.stage];
    switch (line.event) {
      case LedgerEvent::kStageBegan:
        for (auto& [stage, other] : clocks_) {
          const bool is_undone = line.stage < stage || line.stage == Phase::kRollback;
          if (is_undone && stage != line.stage) other.ClearCommands();
        }
        return clock.Begin(line);
      case LedgerEvent::kStepBegan:
      case LedgerEvent::kStepDone:
        if (clock.began() == nullptr) return;
        clock.AddStep(line);
        if (IsRestored(line)) ClearAllButRollback();
        return NoteReached(line);
      case LedgerEvent::kStageEnded:
        return End(line);
      default:
        return;  // looks and refusals do nothing
    }
  }

  RehearsedRuns Result() && {
    runs_.other_version = !of_other_version_.empty();
    return std::move(runs_);
  }

 private:
  void NoteReached(const LedgerLine& line) {
    if (plan_.window_terms && IsEndOf(plan_.window_terms->no_return, line)) {
      clocks_[line.stage].Reach(line);
    }
  }

  void End(const LedgerLine& line) {
    StageClock& clock = clocks_[line.stage];
    if (clock.began() == nullptr) return;
    clock.End(line);
    NoteReached(line);
    const Json& began = clock.began()->details;
    if (line.details.value("status", 1) != 0 || began.value("plan", "") != plan_.name) return;
    const RehearsedRun run = clock.Run();
    if (run.took.count() < 0) return;  // a clock was set back
    runs_.whole[line.stage] = run;
    const auto& terms = plan_.window_terms;
    if (terms && line.stage == terms->no_return.stage) {
      runs_.up_to_no_return = clock.up_to_no_return();
    }
    // One that has ended begins with its first command when it is run again.
    if (line.stage == Phase::kRollback) clock.ClearCommands();
    of_other_version_.erase(line.stage);
    if (began.value("plan_digest", "") != plan_.digest) of_other_version_.insert(line.stage);
  }

  void ClearAllButRollback() {
    for (auto& [stage, clock] : clocks_) {
      if (stage != Phase::kRollback) clock.ClearSteps();
    }
  }

  const Plan& plan_;
  std::map<Phase, StageClock> clocks_;
  RehearsedRuns runs_;
  std::set<Phase> of_other_version_;
};

}  // namespace

std::chrono::milliseconds RehearsedRuns::TimeOf(Phase stage, const std::string& step) const {
  const auto run = whole.find(stage);
  if (run == whole.end()) return Duration{0};
  const auto found = run->second.steps.find(step);
  return found == run->second.steps.end() ? Duration{0} : found->second;
}

bool IsEndOf(const RunbookPoint& point, const LedgerLine& line) {
  if (line.stage != point.stage) return false;
  const bool is_end = point.command.empty()
                          ? line.event == LedgerEvent::kStageEnded
                          : line.event == LedgerEvent::kStepDone && line.step == point.step();
  return is_end && line.details.value("status", Json(0)) == Json(0);
}

RehearsedRuns RunsIn(const Ledger& ledger, const Plan& plan) {
  Following following(plan);
  for (const LedgerLine& line : ledger.lines) following.Follow(line);
  return std::move(following).Result();
}

}  // namespace gonogo
