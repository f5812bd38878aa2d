// A case's databases are filled once, for the mutants of all statements that it sends.
#include "tests/mutations/trials.h"

#include <algorithm>
#include <chrono>
#include <iostream>
#include <map>
#include <optional>
#include <pqxx/pqxx>
#include <set>

#include "gates/cases/case_run.h"
#include "tests/mutations/different_answers.h"
#include "tests/mutations/run_deadline.h"
#include "tests/mutations/shared_fragments.h"
#include "tests/support/servers/pair_environment.h"
#include "tests/support/servers/sent_statements.h"

namespace gonogo::testing_support {
namespace {

// A mutant may join everything with everything.
constexpr int kLongestStatementMs = 3000;
constexpr std::chrono::seconds kLongestRun{60};
constexpr std::chrono::seconds kLongestFirstRun{1800};  // all mutants are asked in it

// Returns whether the server accepts the statement. One that it doesn't would be noticed at once.
bool Accepts(pqxx::connection& server, const std::string& statement) {
  try {
    pqxx::nontransaction(server).exec("PREPARE mutant AS " + statement);
    pqxx::nontransaction(server).exec("DEALLOCATE mutant");
    return true;
  } catch (const std::exception&) {
    return false;
  }
}

// Databases and services that a run leaves as they were can serve the next one.
bool CanRepeat(const GateCase& gate_case) {
  return gate_case.source_later_sql.empty() && gate_case.target_later_sql.empty() &&
         gate_case.services.empty();
}

struct Attempt {
  Trial* trial;
  SqlMutant mutant;
};

// Takes what the case may notice of what is left of the statements that were sent.
std::vector<Attempt> TakeAttempts(const std::string& gate, std::vector<Trial>& trials,
                                  const std::set<std::string>& sent,
                                  const DifferentAnswers& answers, const TrialLimits& limits) {
  std::vector<Attempt> attempts;
  for (Trial& trial : trials) {
    if (!sent.contains(std::string(trial.statement.name))) continue;
    trial.gates.insert(gate);
    if (trial.cases++ >= limits.most_cases) continue;
    std::vector<SqlMutant> unnoticed;
    for (std::size_t i = 0; i < trial.left.size(); ++i) {
      SqlMutant& mutant = trial.left[i];
      if (answers.MayBeNoticed(trial, i)) {
        attempts.push_back({&trial, std::move(mutant)});
      } else {
        unnoticed.push_back(std::move(mutant));
      }
    }
    trial.left = std::move(unnoticed);
  }
  return attempts;
}

// Runs a case again and again, each time with another mutant.
class Attempts {
 public:
  Attempts(std::string gate, std::vector<Trial>& trials, const TrialLimits& limits)
      : gate_(std::move(gate)), trials_(trials), limits_(limits) {
    answers_.emplace(trials);
  }
  Attempts(const Attempts&) = delete;
  Attempts& operator=(const Attempts&) = delete;
  ~Attempts() {  // what a broken run has left
    replaced_.reset();
    for (std::size_t i = current_; i < attempts_.size(); ++i) Spare(i);
  }

  bool IsMutant() const { return !sent_ && current_ < attempts_.size(); }
  void Restore() { replaced_.reset(); }

  // Called with the mismatches of a run. Returns whether there is another mutant to run.
  bool Continue(const std::vector<std::string>& mismatches) {
    if (sent_) {
      sent_.reset();
      if (!mismatches.empty()) throw std::runtime_error("fails unchanged: " + mismatches.front());
      attempts_ = TakeAttempts(gate_, trials_, NamesOfSent(), *answers_, limits_);
      answers_.reset();
    } else {
      replaced_.reset();
      if (mismatches.empty()) {
        Spare(current_);
      } else {
        ++attempts_[current_].trial->killed;
      }
      ++current_;
    }
    if (current_ == attempts_.size()) return false;
    const Attempt& next = attempts_[current_];
    replaced_.emplace(next.trial->statement.text, next.mutant.text);
    return true;
  }

 private:
  void Spare(std::size_t i) { attempts_[i].trial->left.push_back(std::move(attempts_[i].mutant)); }

  std::string gate_;
  std::vector<Trial>& trials_;
  const TrialLimits& limits_;
  std::optional<SentStatements> sent_ = std::make_optional<SentStatements>();
  std::optional<DifferentAnswers> answers_;
  std::optional<ReplacedStatement> replaced_;
  std::vector<Attempt> attempts_;
  std::size_t current_ = 0;
};

// A run that threw has noticed its mutant, unless the servers are no longer what they were.
bool PassesUnchanged(const GateCase& gate_case, Attempts& attempts) {
  attempts.Restore();
  try {
    return RunGateCase(gate_case, TestPair()).empty();
  } catch (const std::exception&) {
    return false;
  }
}

}  // namespace

std::string KeyOf(const NamedStatement& statement, const SqlMutant& mutant) {
  return std::string(statement.name) + " | " + mutant.kind + " | " + mutant.place;
}

Trial TrialOf(const NamedStatement& statement, std::set<std::string>& known) {
  static pqxx::connection server(UrlOf(TestPair().source, "postgres"));
  Trial trial{.statement = statement};
  const bool is_checked = Accepts(server, std::string(statement.text));
  for (SqlMutant& mutant : MutantsOf(statement.text)) {
    if (IsTriedInAnotherStatement(statement, mutant)) continue;
    if (is_checked && !Accepts(server, mutant.text)) {
      ++trial.invalid;
    } else if (known.erase(KeyOf(statement, mutant)) > 0) {
      ++trial.equivalent;
    } else {
      trial.left.push_back(std::move(mutant));
    }
  }
  return trial;
}

std::vector<GateCase> CasesToTry(std::vector<GateCase> cases) {
  std::erase_if(cases, [](const GateCase& one) {
    return one.kind == "must-refuse" || !TestPairHas(static_cast<int>(one.from_major));
  });
  std::stable_partition(cases.begin(), cases.end(),
                        [](const GateCase& one) { return one.kind == "must-fail"; });
  std::map<std::string, std::size_t> of_gate;
  std::vector<std::pair<std::size_t, GateCase>> ranked;
  for (GateCase& one : cases) {
    const std::size_t rank = of_gate[one.gate]++;
    one.plan["limits"]["statement_timeout_ms"] = kLongestStatementMs;
    ranked.emplace_back(rank, std::move(one));
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& one, const auto& other) { return one.first < other.first; });
  cases.clear();
  for (auto& [rank, one] : ranked) cases.push_back(std::move(one));
  return cases;
}

void TryCase(const GateCase& gate_case, std::vector<Trial>& trials, const TrialLimits& limits) {
  Attempts attempts(gate_case.gate, trials, limits);
  RunDeadline deadline(kLongestFirstRun);
  CaseRunOptions options;
  const auto goes_on = [&](const std::vector<std::string>& mismatches) {
    // Also a transaction of the case has been terminated, so that its databases serve no more.
    if (!deadline.Restart(kLongestRun)) throw std::runtime_error("takes too long");
    return attempts.Continue(mismatches);
  };
  if (CanRepeat(gate_case)) options.again = goes_on;
  for (bool is_over = false; !is_over;) {
    try {
      const std::vector<std::string> mismatches = RunGateCase(gate_case, TestPair(), options);
      is_over = CanRepeat(gate_case) || !goes_on(mismatches);
    } catch (const std::exception& error) {
      deadline.Restart(kLongestRun);
      if (!attempts.IsMutant() || !PassesUnchanged(gate_case, attempts)) {
        std::cerr << gate_case.file << ": " << error.what() << "\n";  // the rest isn't tried here
        return;
      }
      is_over = !attempts.Continue({error.what()});
    }
  }
}

}  // namespace gonogo::testing_support
