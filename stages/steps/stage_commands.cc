// Each command can be done twice: flags, read-only and sequences are set to what they are, and
// programs of a plan are asked to bear it. Only checks look at what the commands after them change.
#include "stages/steps/stage_commands.h"

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <thread>

#include "core/error.h"
#include "core/text/digest.h"
#include "core/text/json.h"
#include "core/text/text.h"
#include "fixtures/session/snapshot_session.h"
#include "fixtures/session/writing_session.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/flag_file.h"
#include "fixtures/system/interrupt.h"
#include "sql/steps.h"
#include "stages/copy/sequence_copy.h"
#include "stages/steps/plan_command.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

using Clock = std::chrono::steady_clock;

// The step that says that the commands are done from the first one on: what was noted before it no
// longer counts.
constexpr const char* kFromTheFirst = "commands from the first";

constexpr int kGreen = 0;
constexpr int kRed = 1;
constexpr std::chrono::milliseconds kNap{50};

// The plan as it is for whoever goes from the target to the source.
Plan WithSidesSwapped(Plan plan) {
  for (Relation& relation : plan.relations) std::swap(relation.source, relation.target);
  return plan;
}

class CommandList {
 public:
  explicit CommandList(StageRun& run) : run_(run), commands_(StageCommandsOf(run.arguments)) {}

  StageOutcome Do() {
    if (run_.dry()) {
      for (const StageCommand& command : commands_) run_.voice.say("  would " + Describe(command));
      return {};
    }
    const std::size_t first = commands_.empty() ? 0 : First();
    if (first == 0) RequirePossible();
    if (first > 0) run_.voice.say("  goes on with " + commands_[first].name);
    for (std::size_t i = first; i < commands_.size() && outcome_.wrong.empty(); ++i) {
      DoOne(commands_[i]);
    }
    return std::move(outcome_);
  }

 private:
  // Of the ledger, what was done and nothing has questioned since.
  std::vector<LedgerLine> Noted() const {
    std::vector<LedgerLine> noted;
    for (const LedgerLine& line : run_.ledger->ledger().StepsInForce(run_.stage.phase)) {
      if (line.step == kFromTheFirst) noted.clear();
      noted.push_back(line);
    }
    return noted;
  }

  // What a look comes down to: the plan, and what the environment gives to its checks.
  std::string DigestOf(const StageCommand& look) const {
    std::string text = run_.plan.digest + "\n" + run_.plan.flag_file + "\n";
    for (const std::string& id : look.checks()) {
      text += id + " " + ToText(run_.plan.CheckNamed(id).arguments.values()) + "\n";
    }
    return Sha256(text);
  }

  // Nothing is begun that is known to break off: it would leave the application frozen.
  void RequirePossible() {
    for (const StageCommand& command : commands_) {
      if (command.kind == CommandKind::kFlags) RequireFlagFile();
      if (command.kind == CommandKind::kSourceWrites) RequireOwner();
      if (command.kind == CommandKind::kProgram) Program(command);
    }
  }

  // An application that reads a file has one. A rehearsal switches nothing that people use.
  void RequireFlagFile() const {
    const fs::path file = fs::weakly_canonical(run_.plan.flag_file);
    if (run_.throw_away && file.parent_path() != fs::weakly_canonical(run_.folder)) {
      throw PlanError("these servers are a throw-away pair, and " + file.string() +
                      " may be what people use: have the plan's flag file in " +
                      run_.folder.string());
    }
    if (!fs::exists(file)) {
      throw PlanError("there is no flag file " + file.string() +
                      ": name the one that the application reads");
    }
  }

  void RequireOwner() const {
    const auto source = OpenSnapshot(run_.source, "source", run_.plan.limits);
    if (source->Query(sql::kOwnsDatabase, {}).Only().Boolean("owns")) return;
    throw PlanError("source: only the database's owner can turn its writes off and on");
  }

  // The command to go on with: the one behind the last look that something was begun after.
  std::size_t First() {
    std::size_t first = LastBegun();
    if (!StillSwitched(first)) {
      run_.ledger->Append(LedgerEvent::kStepDone, run_.stage.phase, kFromTheFirst, Json::object());
      return 0;
    }
    while (first > 0 && commands_[first - 1].kind != CommandKind::kChecks) --first;
    for (std::size_t i = 0; i < first; ++i) {
      if (commands_[i].kind == CommandKind::kChecks) RequireSameLook(commands_[i]);
    }
    return first;
  }

  // What was looked at before the switch cannot be looked at again behind it.
  void RequireSameLook(const StageCommand& look) const {
    Json made;
    for (const LedgerLine& line : Noted()) {
      if (line.event == LedgerEvent::kStepDone && line.step == look.step()) made = line.details;
    }
    if (made.is_object() && made.at("status") == kGreen && made.at("look") == DigestOf(look))
      return;
    throw PlanError("\"" + look.name +
                    "\" was green under another environment, and cannot be looked at again after "
                    "what followed it: restore what its checks read, or go back with `gonogo stage "
                    "rollback`");
  }

  std::size_t LastBegun() const {
    std::size_t last = 0;
    for (const LedgerLine& line : Noted()) {
      if (line.event != LedgerEvent::kStepBegan) continue;
      for (std::size_t i = 0; i < commands_.size(); ++i) {
        if (commands_[i].step() == line.step) last = std::max(last, i);
      }
    }
    return last;
  }

  // Whether the flags are as these commands set them. Where somebody has switched back, what was
  // looked at before is to be looked at again.
  bool StillSwitched(std::size_t last_begun) const {
    const Environment now = ReadFlags(run_.plan.flag_file);
    Json wanted = Json::object();
    for (std::size_t i = 0; i <= last_begun; ++i) {
      if (commands_[i].kind == CommandKind::kFlags) {
        wanted.update(commands_[i].arguments.Map("flags"));
      }
    }
    const auto& flags = wanted.items();
    return std::all_of(flags.begin(), flags.end(),
                       [&](const auto& flag) { return ValueOf(now, flag.key()) == flag.value(); });
  }

  std::string Describe(const StageCommand& command) const {
    const Arguments& given = command.arguments;
    switch (command.kind) {
      case CommandKind::kProgram:
        return "run " + command.name + ": " + Program(command).Describe();
      case CommandKind::kFlags:
        return "set " + FlagsInWords(command) + " in " + run_.plan.flag_file;
      case CommandKind::kSourceWrites:
        return "turn writes of new sessions on the source " + given.Text("source_writes");
      case CommandKind::kSequences:
        return "set the sequences of the " + given.Text("sequences");
      case CommandKind::kWait:
        return "wait " + Counted(given.Integer("wait_s"), "second");
      case CommandKind::kChecks:
        return "judge " + command.name + ": " + Join(command.checks(), ", ");
    }
    throw std::logic_error("no such kind of command");
  }

  void DoOne(const StageCommand& command) {
    ThrowIfInterrupted();
    run_.check_lock();
    run_.voice.say("  " + Describe(command));
    Note(LedgerEvent::kStepBegan, command, Json::object());
    switch (command.kind) {
      case CommandKind::kProgram:
        return RunProgram(command);
      case CommandKind::kFlags:
        return Flip(command);
      case CommandKind::kSourceWrites:
        return AlterSourceWrites(command);
      case CommandKind::kSequences:
        return AdvanceSequences(command);
      case CommandKind::kWait:
        return Wait(command);
      case CommandKind::kChecks:
        return Judge(command);
    }
  }

  void Note(LedgerEvent event, const StageCommand& command, const Json& details) {
    run_.ledger->Append(event, run_.stage.phase, command.step(), details);
  }

  PlanCommand Program(const StageCommand& command) const {
    return PlanCommandOf(command, run_.environment, run_.throw_away);
  }

  void RunProgram(const StageCommand& command) {
    const ProcessResult ended = RunPlanCommand(Program(command));
    ThrowIfInterrupted();
    Note(LedgerEvent::kStepDone, command, {{"status", ended.status}, {"output", ended.output}});
    if (ended.ending == Ending::kTimedOut) {
      throw std::runtime_error("command " + command.name + " did not end within " +
                               std::to_string(command.arguments.Integer("timeout_s")) + " s");
    }
    if (ended.status != 0) {
      outcome_.wrong.push_back("command " + command.name + " ended with status " +
                               std::to_string(ended.status) + ":\n" + ended.output);
    }
  }

  static std::string FlagsInWords(const StageCommand& command) {
    std::vector<std::string> words;
    for (const auto& [name, value] : command.arguments.Map("flags").items()) {
      words.push_back(name + "=" + value.get<std::string>());
    }
    return Join(words, " ");
  }

  void Flip(const StageCommand& command) {
    RequireFlagFile();
    SetFlags(run_.plan.flag_file,
             command.arguments.Map("flags").get<std::map<std::string, std::string>>());
    Note(LedgerEvent::kStepDone, command, {{"flags", command.arguments.Map("flags")}});
  }

  void AlterSourceWrites(const StageCommand& command) {
    WritingSession source(run_.source, "source", run_.plan.limits);
    const std::string statement =
        source.Query(sql::kAlterSourceWrites, {command.arguments.Text("source_writes")})
            .Only()
            .Text("statement");
    Transaction transaction(source);
    source.Execute(statement);
    transaction.Commit();
    Note(LedgerEvent::kStepDone, command, {{"statement", statement}});
  }

  void AdvanceSequences(const StageCommand& command) {
    const bool of_target = command.arguments.Text("sequences") == "target";
    const ConnectionString& from = of_target ? run_.source : run_.target;
    const ConnectionString& to = of_target ? run_.target : run_.source;
    const auto reading = OpenSnapshot(from, of_target ? "source" : "target", run_.plan.limits);
    WritingSession writing(to, of_target ? "target" : "source", run_.plan.limits);
    Json notes = Json::array();
    for (const SetSequence& set :
         SetSequences(*reading, writing, of_target ? run_.plan : WithSidesSwapped(run_.plan),
                      AheadPolicy::kKeep)) {
      notes.push_back(set.sequence + ": " + set.note);
    }
    Note(LedgerEvent::kStepDone, command, {{"sequences", notes}});
  }

  void Wait(const StageCommand& command) {
    SleepUntil(Clock::now() + std::chrono::seconds(command.arguments.Integer("wait_s")));
    Note(LedgerEvent::kStepDone, command, Json::object());
  }

  static void SleepUntil(Clock::time_point time) {
    while (Clock::now() < time) {
      ThrowIfInterrupted();
      std::this_thread::sleep_for(kNap);
    }
  }

  // For how long it has been looked at, and was green, since the last look that was red or of other
  // checks than these. Each look is noted
  // as it ends, so that a soak that broke off goes on where it was; a time in which nobody looked
  // counts as one interval at most.
  std::chrono::milliseconds Soaked(const StageCommand& command,
                                   std::chrono::milliseconds every) const {
    std::chrono::milliseconds soaked{0};
    std::string last;
    for (const LedgerLine& line : Noted()) {
      if (line.event != LedgerEvent::kStepDone || line.step != command.step()) continue;
      if (line.details.at("status") != kGreen || line.details.at("look") != DigestOf(command)) {
        soaked = {};
        last = "";
        continue;
      }
      if (!last.empty()) soaked += std::min(TimeBetween(last, line.at), every);
      last = line.at;
    }
    return soaked;
  }

  void Judge(const StageCommand& command) {
    const std::chrono::seconds every(command.arguments.Integer("every_s"));
    const std::chrono::duration<double, std::ratio<3600>> soak(
        command.arguments.Number("for_hours"));
    for (;;) {
      const auto next = Clock::now() + every;
      JudgeOnce(command);
      if (!outcome_.wrong.empty() || Soaked(command, every) >= soak) return;
      SleepUntil(next);
    }
  }

  void JudgeOnce(const StageCommand& command) {
    run_.check_lock();
    const CasesResult end = run_.judge(command.checks());
    Note(LedgerEvent::kStepDone, command,
         {{"status", end.status},
          {"evidence", end.evidence},
          {"reasons", end.reasons},
          {"look", DigestOf(command)}});
    if (end.status == kRed) {
      outcome_.wrong.push_back("the checks of " + command.name + " are red: " + end.evidence +
                               "; what was done before them stays as it is");
    } else if (end.status != kGreen) {
      throw std::runtime_error("the checks of " + command.name +
                               " could not tell: " + end.evidence);
    }
  }

  StageRun& run_;
  std::vector<StageCommand> commands_;
  StageOutcome outcome_;
};

}  // namespace

StageOutcome DoCommands(StageRun& run) { return CommandList(run).Do(); }

}  // namespace gonogo
