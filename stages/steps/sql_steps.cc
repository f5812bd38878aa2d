// A client that dies between COMMIT and the note that it was done leaves the question whether it
// was. So the transaction's number is noted before, and the server is asked afterwards.
#include "stages/steps/sql_steps.h"

#include "core/error.h"
#include "core/text/digest.h"
#include "core/text/text.h"
#include "fixtures/system/interrupt.h"
#include "stages/ledger/transaction_outcome.h"

namespace gonogo {
namespace {

std::string Place(const SqlStep& step, int line) {
  return step.file + ":" + std::to_string(line) + ": ";
}

// Whether nobody but the statement is to blame: the server answered, and the connection stands.
bool IsRefusal(const DatabaseError& error) {
  const std::string state_class = error.sqlstate().substr(0, 2);
  return !error.sqlstate().empty() && state_class != "08" && state_class != "57";
}

bool IsTransactionControl(const SqlStatement& statement, const char* kind) {
  if (!statement.tree.contains("TransactionStmt")) return false;
  const Json& transaction = statement.tree.at("TransactionStmt");
  return transaction.value("kind", "") == kind && !transaction.contains("options") &&
         !transaction.value("chain", false);
}

// A file that begins with BEGIN and ends with COMMIT, as psql would run it, is one transaction as
// it is; that is begun and ended for it here.
void LeaveOutBeginAndCommit(SqlScript& script) {
  auto& statements = script.statements;
  if (statements.size() < 2) return;
  const bool begins = IsTransactionControl(statements.front(), "TRANS_STMT_BEGIN") ||
                      IsTransactionControl(statements.front(), "TRANS_STMT_START");
  if (!begins || !IsTransactionControl(statements.back(), "TRANS_STMT_COMMIT")) return;
  statements.pop_back();
  statements.erase(statements.begin());
}

// Everything that can be wrong without asking the server is found before the first step.
SqlScript Read(const SqlStep& step) {
  SqlScript script = ParseScript(step.text);
  LeaveOutBeginAndCommit(script);
  for (const SqlStatement& statement : script.statements) {
    if (!statement.error.empty()) {
      throw SqlStepError(Place(step, statement.line) + statement.error);
    }
    if (statement.tree.contains("TransactionStmt")) {
      throw SqlStepError(Place(step, statement.line) +
                         "a step is one transaction as a whole: leave out " + statement.text);
    }
  }
  return script;
}

std::vector<SqlScript> ReadAll(const std::vector<SqlStep>& steps) {
  std::vector<SqlScript> scripts;
  for (const SqlStep& step : steps) scripts.push_back(Read(step));
  return scripts;
}

// What sessions of the house pin for comparisons is given back: a step means what psql would make
// of it, in the database's own time zone and search path.
constexpr const char* kAsPsqlHasThem = R"(
SET LOCAL search_path TO DEFAULT;
SET LOCAL row_security TO DEFAULT;
SET LOCAL "TimeZone" TO DEFAULT;
SET LOCAL "DateStyle" TO DEFAULT;
SET LOCAL "IntervalStyle" TO DEFAULT;
SET LOCAL extra_float_digits TO DEFAULT;
SET LOCAL bytea_output TO DEFAULT;
SET LOCAL xmlbinary TO DEFAULT;
SET LOCAL xmloption TO DEFAULT;
SET LOCAL lc_monetary TO DEFAULT;
SET LOCAL standard_conforming_strings TO DEFAULT;
SET LOCAL quote_all_identifiers TO DEFAULT;
)";

// Runs a step's statements in the transaction that is open, and says at which it is.
void Execute(const StageRun& run, WritingSession& session, const SqlStep& step,
             const SqlScript& script) {
  const auto& statements = script.statements;
  session.Execute(kAsPsqlHasThem);
  for (std::size_t i = 0; i < statements.size(); ++i) {
    run.voice.show("  ...    step " + step.name + ": statement " + std::to_string(i + 1) + " of " +
                   std::to_string(statements.size()) + ", line " +
                   std::to_string(statements[i].line));
    try {
      session.Execute(statements[i].text);
    } catch (const DatabaseError& error) {
      if (!IsRefusal(error)) throw;
      throw SqlStepError(Place(step, statements[i].line) + error.what() + "; step \"" + step.name +
                         "\" is rolled back");
    }
  }
}

// What COMMIT would say, where nothing is committed.
void RequireDeferred(WritingSession& session, const SqlStep& step) {
  try {
    session.Execute("SET CONSTRAINTS ALL IMMEDIATE");
  } catch (const DatabaseError& error) {
    if (!IsRefusal(error)) throw;
    throw SqlStepError(step.file + ": at COMMIT: " + error.what());
  }
}

class SqlSteps {
 public:
  explicit SqlSteps(StageRun& run)
      : run_(run),
        done_(run.ledger->ledger().Steps(run.stage.phase)),
        session_(run.target, "target", run.plan.limits) {}

  void Apply(const std::vector<SqlStep>& steps) {
    const std::vector<SqlScript> scripts = ReadAll(steps);
    const OnInterrupt cancel([this] { session_.Cancel(); });
    for (std::size_t i = 0; i < steps.size(); ++i) {
      ThrowIfInterrupted();
      run_.check_lock();
      if (!IsDone(steps[i])) ApplyOne(steps[i], scripts[i]);
    }
  }

 private:
  bool IsDone(const SqlStep& step) {
    const auto found = done_.find(step.name);
    if (found == done_.end()) return false;
    const LedgerLine& line = found->second;
    if (line.event == LedgerEvent::kStepBegan) {
      const std::string number = line.details.at("transaction");
      if (!WasCommitted(session_, number, "step \"" + step.name + "\", begun at " + line.at)) {
        return false;
      }
      NoteDone(step.name, line.details.at("digest"), {{"found", "committed by an earlier run"}});
    }
    if (line.details.at("digest") != Sha256(step.text)) {
      throw PlanError(step.file + ": step \"" + step.name + "\" was done at " + line.at +
                      " with other contents; begin again with an empty target and a new --out, or "
                      "add a step");
    }
    run_.voice.say("  step " + step.name + " was done at " + line.at);
    return true;
  }

  void ApplyOne(const SqlStep& step, const SqlScript& script) {
    session_.Execute("RESET ALL");  // what the step before it set for its session
    Transaction transaction(session_);
    run_.ledger->Append(
        LedgerEvent::kStepBegan, run_.stage.phase, step.name,
        {{"digest", Sha256(step.text)}, {"transaction", TransactionNumber(session_)}});
    Execute(run_, session_, step, script);
    Commit(step, transaction);
    NoteDone(step.name, Sha256(step.text), {{"statements", script.statements.size()}});
    run_.voice.say("  step " + step.name + ": " +
                   Counted(static_cast<std::int64_t>(script.statements.size()), "statement"));
  }

  // Deferred constraints speak up here.
  static void Commit(const SqlStep& step, Transaction& transaction) {
    try {
      transaction.Commit();
    } catch (const DatabaseError& error) {
      if (!IsRefusal(error)) throw;
      throw SqlStepError(step.file + ": at COMMIT: " + error.what() + "; step \"" + step.name +
                         "\" is rolled back");
    }
  }

  void NoteDone(const std::string& step, const std::string& digest, Json facts) {
    facts["digest"] = digest;
    run_.ledger->Append(LedgerEvent::kStepDone, run_.stage.phase, step, facts);
  }

  StageRun& run_;
  std::map<std::string, LedgerLine> done_;
  WritingSession session_;
};

}  // namespace

void ApplySteps(StageRun& run, const std::vector<SqlStep>& steps) { SqlSteps(run).Apply(steps); }

void TrySteps(StageRun& run, const std::vector<SqlStep>& steps) {
  const std::vector<SqlScript> scripts = ReadAll(steps);
  WritingSession session(run.target, "target", run.plan.limits);
  const OnInterrupt cancel([&session] { session.Cancel(); });
  const Transaction transaction(session);  // which is never committed
  for (std::size_t i = 0; i < steps.size(); ++i) {
    ThrowIfInterrupted();
    Execute(run, session, steps[i], scripts[i]);
    RequireDeferred(session, steps[i]);
    run.voice.say("  step " + steps[i].name + ": " +
                  Counted(static_cast<std::int64_t>(scripts[i].statements.size()), "statement") +
                  ", rolled back");
  }
}

}  // namespace gonogo
