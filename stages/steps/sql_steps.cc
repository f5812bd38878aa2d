// A client may die between COMMIT and its note in the ledger. So the transaction's number is noted
// before COMMIT, and the next run asks the server whether that transaction was committed.
#include "stages/steps/sql_steps.h"

#include <fmt/format.h>

#include "core/error.h"
#include "core/text/digest.h"
#include "core/text/text.h"
#include "fixtures/session/server_identity.h"
#include "fixtures/session/writing_session.h"
#include "fixtures/system/interrupt.h"
#include "gates/parser/sql_script.h"
#include "stages/ledger/transaction_outcome.h"

namespace gonogo {
namespace {

// True if the server refused the statement, and the connection still works.
bool IsRefusal(const DatabaseError& error) {
  const std::string state_class = error.sqlstate().substr(0, 2);
  return !error.sqlstate().empty() && state_class != "08" && state_class != "57";
}

SqlStepError ErrorAt(const SqlStep& step, int line, const std::string& message) {
  return SqlStepError(fmt::format("{}:{}: {}", step.file, line, message));
}

bool IsTransactionControl(const SqlStatement& statement, const char* kind) {
  if (!statement.tree.contains("TransactionStmt")) return false;
  const Json& transaction = statement.tree.at("TransactionStmt");
  return transaction.value("kind", "") == kind && !transaction.contains("options") &&
         !transaction.value("chain", false);
}

// Drops BEGIN and COMMIT of a file that psql would run as one transaction: ApplySteps begins and
// commits itself.
void DropBeginAndCommit(SqlScript& script) {
  auto& statements = script.statements;
  if (statements.size() < 2) return;
  const bool begins = IsTransactionControl(statements.front(), "TRANS_STMT_BEGIN") ||
                      IsTransactionControl(statements.front(), "TRANS_STMT_START");
  if (!begins || !IsTransactionControl(statements.back(), "TRANS_STMT_COMMIT")) return;
  statements.pop_back();
  statements.erase(statements.begin());
}

// Parses the step and throws SqlStepError for what is wrong in it. A statement that only a newer
// parser may know is left to the server.
SqlScript Parse(const SqlStep& step, std::int64_t target_major) {
  const bool may_be_newer = step.is_dumped || target_major > MajorOfParser();
  SqlScript script = ParseScript(step.text);
  DropBeginAndCommit(script);
  for (const SqlStatement& statement : script.statements) {
    const bool is_left = may_be_newer && !statement.text.empty();
    if (!statement.error.empty() && !is_left) throw ErrorAt(step, statement.line, statement.error);
    if (statement.tree.contains("TransactionStmt")) {
      throw ErrorAt(step, statement.line,
                    "a step is one transaction as a whole: leave out " + statement.text);
    }
  }
  return script;
}

// All steps are parsed before the first one is applied.
std::vector<SqlScript> ParseAll(const std::vector<SqlStep>& steps, Session& target) {
  const std::int64_t major = ReadIdentity(target).major();
  std::vector<SqlScript> scripts;
  for (const SqlStep& step : steps) scripts.push_back(Parse(step, major));
  return scripts;
}

// gonogo's sessions fix these parameters for comparisons. A step runs as in psql, with the
// database's own time zone, search path and so on.
constexpr const char* kParametersOfDatabase = R"(
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

// Runs the step's statements in the open transaction and prints which one is running.
void Execute(const StageRun& run, WritingSession& session, const SqlStep& step,
             const SqlScript& script) {
  const auto& statements = script.statements;
  session.Execute(kParametersOfDatabase);
  for (std::size_t i = 0; i < statements.size(); ++i) {
    run.output.print_progress(fmt::format("  ...    step {}: statement {} of {}, line {}",
                                          step.name, i + 1, statements.size(), statements[i].line));
    try {
      session.Execute(statements[i].text);
    } catch (const DatabaseError& error) {
      if (!IsRefusal(error)) throw;
      throw ErrorAt(step, statements[i].line,
                    fmt::format("{}; step \"{}\" is rolled back", error.what(), step.name));
    }
  }
}

// Checks deferred constraints, as COMMIT would.
void RequireDeferredConstraints(WritingSession& session, const SqlStep& step) {
  try {
    session.Execute("SET CONSTRAINTS ALL IMMEDIATE");
  } catch (const DatabaseError& error) {
    if (!IsRefusal(error)) throw;
    throw SqlStepError(fmt::format("{}: at COMMIT: {}", step.file, error.what()));
  }
}

class SqlSteps {
 public:
  explicit SqlSteps(StageRun& run)
      : run_(run),
        done_(run.ledger->ledger().Steps(run.stage.phase)),
        session_(run.target, "target", run.plan.limits) {}

  void Apply(const std::vector<SqlStep>& steps) {
    const OnInterrupt cancel([this] { session_.Cancel(); });
    const std::vector<SqlScript> scripts = ParseAll(steps, session_);
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
      const std::string what = fmt::format("step \"{}\", begun at {},", step.name, line.at);
      if (!WasCommitted(session_, number, what)) return false;
      NoteDone(step.name, line.details.at("digest"), {{"found", "committed by an earlier run"}});
    }
    if (line.details.at("digest") != Sha256(step.text)) {
      throw PlanError(fmt::format(
          "{}: step \"{}\" was done at {} with other contents; begin again with an empty target and "
          "a new --out, or add a step",
          step.file, step.name, line.at));
    }
    run_.output.print_line(fmt::format("  step {} was done at {}", step.name, line.at));
    return true;
  }

  void ApplyOne(const SqlStep& step, const SqlScript& script) {
    session_.Execute("RESET ALL");  // what the previous step set for the session
    Transaction transaction(session_);
    run_.ledger->Append(
        LedgerEvent::kStepBegan, run_.stage.phase, step.name,
        {{"digest", Sha256(step.text)}, {"transaction", TransactionNumber(session_)}});
    Execute(run_, session_, step, script);
    Commit(step, transaction);
    NoteDone(step.name, Sha256(step.text), {{"statements", script.statements.size()}});
    run_.output.print_line(
        fmt::format("  step {}: {}", step.name, Counted(script.statements.size(), "statement")));
  }

  // Throws SqlStepError if a deferred constraint is violated.
  static void Commit(const SqlStep& step, Transaction& transaction) {
    try {
      transaction.Commit();
    } catch (const DatabaseError& error) {
      if (!IsRefusal(error)) throw;
      throw SqlStepError(fmt::format("{}: at COMMIT: {}; step \"{}\" is rolled back", step.file,
                                     error.what(), step.name));
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
  WritingSession session(run.target, "target", run.plan.limits);
  const OnInterrupt cancel([&session] { session.Cancel(); });
  const std::vector<SqlScript> scripts = ParseAll(steps, session);
  const Transaction transaction(session);  // never committed
  for (std::size_t i = 0; i < steps.size(); ++i) {
    ThrowIfInterrupted();
    Execute(run, session, steps[i], scripts[i]);
    RequireDeferredConstraints(session, steps[i]);
    run.output.print_line(fmt::format("  step {}: {}, rolled back", steps[i].name,
                                      Counted(scripts[i].statements.size(), "statement")));
  }
}

}  // namespace gonogo
