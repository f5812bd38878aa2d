// Each command can be done twice: flags, read-only and sequences are set to what they are, and
// programs of a plan are asked to bear it. Only checks look at what the commands after them change.
#include "stages/command_list.h"

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <thread>

#include "core/error.h"
#include "core/text.h"
#include "fixtures/flag_file.h"
#include "fixtures/snapshot_session.h"
#include "fixtures/writing_session.h"
#include "sql/statements.h"
#include "stages/interrupt.h"
#include "stages/plan_command.h"
#include "stages/runbook.h"
#include "stages/sequence_copy.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

constexpr int kGreen = 0;
constexpr int kRed = 1;
constexpr std::chrono::milliseconds kNap{50};

std::string StepOf(const StageCommand& command) { return "command " + command.name; }

// The plan as it is for whoever goes from the target to the source.
Plan Mirrored(Plan plan) {
  for (Relation& relation : plan.relations) std::swap(relation.source, relation.target);
  return plan;
}

class CommandList {
 public:
  explicit CommandList(StageRun& run) : run_(run), commands_(StageCommandsOf(run.arguments)) {}

  StageOutcome Do() {
    const std::size_t first = run_.dry() ? 0 : First();
    if (first > 0) {
      run_.voice.say("  " + Counted(static_cast<std::int64_t>(first), "command") +
                     " came to an end before, and " + commands_[first].name + " was begun");
    }
    for (std::size_t i = first; i < commands_.size() && outcome_.wrong.empty(); ++i) {
      if (run_.dry()) {
        run_.voice.say("  would " + InWords(commands_[i]));
      } else {
        DoOne(commands_[i]);
      }
    }
    return std::move(outcome_);
  }

 private:
  // Of the ledger, what was done under this plan, and that nothing has questioned since.
  std::vector<LedgerLine> Noted() const {
    std::vector<LedgerLine> noted;
    const std::string digest = StageDigest(run_.plan, run_.stage.phase);
    for (const LedgerLine& line : run_.ledger->ledger().Unquestioned(run_.stage.phase)) {
      if (line.event == LedgerEvent::kStageBegan && line.details.at("stage_digest") != digest) {
        noted.clear();
      }
      noted.push_back(line);
    }
    return noted;
  }

  // The command to go on with.
  std::size_t First() const {
    const std::size_t last_begun = LastBegun();
    std::size_t first = last_begun;
    while (first > 0 && commands_[first - 1].kind != CommandKind::kChecks) --first;
    return StillSwitched(first, last_begun) ? first : 0;
  }

  std::size_t LastBegun() const {
    std::size_t last = 0;
    for (const LedgerLine& line : Noted()) {
      if (line.event != LedgerEvent::kStepBegan) continue;
      for (std::size_t i = 0; i < commands_.size(); ++i) {
        if (StepOf(commands_[i]) == line.step) last = std::max(last, i);
      }
    }
    return last;
  }

  // Whether the flags are as these commands set them. Where somebody has switched back, what was
  // looked at before is to be looked at again.
  bool StillSwitched(std::size_t first, std::size_t last) const {
    const Environment now = ReadFlags(run_.plan.flag_file);
    Json wanted = Json::object();
    for (std::size_t i = first; i <= last && i < commands_.size(); ++i) {
      if (commands_[i].kind == CommandKind::kFlags) {
        wanted.update(commands_[i].arguments.Map("flags"));
      }
    }
    const auto& flags = wanted.items();
    return std::all_of(flags.begin(), flags.end(),
                       [&](const auto& flag) { return ValueOf(now, flag.key()) == flag.value(); });
  }

  std::string InWords(const StageCommand& command) const {
    const Arguments& given = command.arguments;
    switch (command.kind) {
      case CommandKind::kProgram:
        return "run " + command.name + ": " + Program(command).InWords();
      case CommandKind::kFlags:
        return "set " + FlagsInWords(command) + " in " + run_.plan.flag_file;
      case CommandKind::kSourceWrites:
        return "turn writes of new sessions on the source " + given.Text("source_writes");
      case CommandKind::kSequences:
        return "set the sequences of the " + given.Text("sequences");
      case CommandKind::kChecks:
        return "judge " + command.name + ": " + Join(command.checks(), ", ");
    }
    throw std::logic_error("no such kind of command");
  }

  void DoOne(const StageCommand& command) {
    ThrowIfInterrupted();
    run_.still_alone();
    run_.voice.say("  " + InWords(command));
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
      case CommandKind::kChecks:
        return Judge(command);
    }
  }

  void Note(LedgerEvent event, const StageCommand& command, const Json& details) {
    run_.ledger->Append(event, run_.stage.phase, StepOf(command), details);
  }

  PlanCommand Program(const StageCommand& command) const {
    return PlanCommandOf(command, run_.environment, run_.throw_away);
  }

  void RunProgram(const StageCommand& command) {
    const BoundedEnd ended = RunPlanCommand(Program(command));
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

  // A rehearsal switches nothing that people use.
  void Flip(const StageCommand& command) {
    const fs::path file = fs::absolute(run_.plan.flag_file).lexically_normal();
    const fs::path folder = run_.folder.lexically_normal();
    if (run_.throw_away && file.parent_path() != folder) {
      throw PlanError("these servers are a throw-away pair, and " + file.string() +
                      " may be what people use: have the plan's flag file in " + folder.string());
    }
    SetFlags(file, command.arguments.Map("flags").get<std::map<std::string, std::string>>());
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
         SetSequences(*reading, writing, of_target ? run_.plan : Mirrored(run_.plan))) {
      notes.push_back(set.sequence + ": " + set.note);
    }
    Note(LedgerEvent::kStepDone, command, {{"sequences", notes}});
  }

  // Green rounds since the last red one, each noted as it ends, so that a soak that broke off goes
  // on where it was.
  std::int64_t GreenRounds(const StageCommand& command) const {
    std::int64_t green = 0;
    for (const LedgerLine& line : Noted()) {
      if (line.event != LedgerEvent::kStepDone || line.step != StepOf(command)) continue;
      green = line.details.at("status") == kGreen ? green + 1 : 0;
    }
    return green;
  }

  void Judge(const StageCommand& command) {
    const std::chrono::seconds every(command.arguments.Integer("every_s"));
    const double soak_s = command.arguments.Number("for_hours") * 3600;
    if (soak_s == 0) return JudgeOnce(command);
    // The time that n rounds span is that between the first and the last of them.
    const auto spanned = [&] {
      return static_cast<double>((GreenRounds(command) - 1) * every.count());
    };
    while (outcome_.wrong.empty() && spanned() < soak_s) {
      const auto next = std::chrono::steady_clock::now() + every;
      JudgeOnce(command);
      while (outcome_.wrong.empty() && spanned() < soak_s &&
             std::chrono::steady_clock::now() < next) {
        ThrowIfInterrupted();
        std::this_thread::sleep_for(kNap);
      }
    }
  }

  void JudgeOnce(const StageCommand& command) {
    run_.still_alone();
    const CasesEnd end = run_.judge(command.checks());
    Note(LedgerEvent::kStepDone, command,
         {{"status", end.status}, {"evidence", end.evidence}, {"reasons", end.reasons}});
    if (end.status == kRed) {
      outcome_.wrong.push_back("the checks of " + command.name + " are red: " + end.evidence);
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
