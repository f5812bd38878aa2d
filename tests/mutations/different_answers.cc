// An error is an answer too. In a transaction it is undone, so that the case goes on.
#include "tests/mutations/different_answers.h"

#include <libpq-fe.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string_view>

#include "fixtures/connection/pq_result.h"

namespace gonogo::testing_support {
namespace {

constexpr std::string_view kSavepoint = "SAVEPOINT mutant";
constexpr std::string_view kUndo = "ROLLBACK TO SAVEPOINT mutant";
constexpr std::string_view kForget = "RELEASE SAVEPOINT mutant";

bool ChangesSomething(std::string_view statement) {
  static const std::vector<std::string_view> kWords = {
      "set_config",    "pg_terminate_backend", "pg_export_snapshot", "setval",
      "advisory_lock", "pg_stat_clear",        "lo_create",          "lo_put",
      "lowrite",       "INSERT INTO",          "DELETE FROM",        "CREATE TEMP",
      "ALTER DATABASE"};
  return std::ranges::any_of(kWords, [&](std::string_view word) {
    return statement.find(word) != std::string_view::npos;
  });
}

// Returns whether the commands, which are sent before a statement, only set up the session for it.
bool OnlySetsUp(std::string_view commands) {
  static const std::vector<std::string_view> kBeginnings = {
      "ROLLBACK TO ", "RELEASE ", "SAVEPOINT ", "SELECT pg_catalog.set_config("};
  constexpr std::string_view kBetween = "\n;\n";
  while (!commands.empty()) {
    if (std::ranges::none_of(kBeginnings, [&](auto word) { return commands.starts_with(word); }))
      return false;
    const std::size_t end = commands.find(kBetween);
    if (end == std::string_view::npos) return false;
    commands.remove_prefix(end + kBetween.size());
  }
  return true;
}

using Answer = std::vector<std::optional<std::string>>;  // its shape and values, or the error

Answer AnswerOf(const Sending& sending, const std::string& statement) {
  const PqResult result(PQexecParams(sending.connection, statement.c_str(),
                                     static_cast<int>(sending.values.size()), nullptr,
                                     sending.values.data(), nullptr, nullptr, 0));
  if (PQresultStatus(result.get()) != PGRES_TUPLES_OK) return {PQresultErrorMessage(result.get())};
  const int columns = PQnfields(result.get());
  Answer answer = {std::to_string(columns)};
  for (int i = 0; i < PQntuples(result.get()) * columns; ++i) {
    const bool is_null = PQgetisnull(result.get(), i / columns, i % columns) != 0;
    if (is_null) {
      answer.emplace_back(std::nullopt);
    } else {
      answer.emplace_back(PQgetvalue(result.get(), i / columns, i % columns));
    }
  }
  return answer;
}

void Run(pg_conn* connection, std::string_view command) {
  const PqResult done(PQexec(connection, std::string(command).c_str()));
}

}  // namespace

DifferentAnswers::DifferentAnswers(const std::vector<Trial>& trials)
    : trials_(trials), watched_([this](const Sending& sending) { Look(sending); }) {}

bool DifferentAnswers::MayBeNoticed(const Trial& trial, std::size_t mutant) const {
  const std::scoped_lock lock(mutex_);
  const auto known = different_.find(&trial);
  return known == different_.end() || known->second.contains(mutant);
}

void DifferentAnswers::Look(const Sending& sending) {
  for (const Trial& trial : trials_) {
    const std::size_t begin = BeginOf(trial.statement.text, sending.statement);
    if (begin == std::string_view::npos || ChangesSomething(trial.statement.text)) continue;
    if (OnlySetsUp(sending.statement.substr(0, begin))) {
      Compare(trial, sending);
    } else {
      AssumeAllDifferent(trial);
    }
  }
}

// What is read before it in the same round trip may change what it answers.
void DifferentAnswers::AssumeAllDifferent(const Trial& trial) {
  const std::scoped_lock lock(mutex_);
  for (std::size_t i = 0; i < trial.left.size(); ++i) different_[&trial].insert(i);
}

bool DifferentAnswers::IsDifferent(const Trial& trial, std::size_t mutant) {
  const std::scoped_lock lock(mutex_);
  return different_[&trial].contains(mutant);
}

void DifferentAnswers::Compare(const Trial& trial, const Sending& sending) {
  const bool in_transaction = PQtransactionStatus(sending.connection) == PQTRANS_INTRANS;
  if (in_transaction) Run(sending.connection, kSavepoint);
  const Answer answer = AnswerOf(sending, std::string(trial.statement.text));
  if (in_transaction) Run(sending.connection, kUndo);
  for (std::size_t i = 0; i < trial.left.size(); ++i) {
    if (IsDifferent(trial, i)) continue;  // to another sending
    if (AnswerOf(sending, trial.left[i].text) != answer) {
      const std::scoped_lock lock(mutex_);
      different_[&trial].insert(i);
    }
    if (in_transaction) Run(sending.connection, kUndo);
  }
  if (in_transaction) Run(sending.connection, kForget);
}

}  // namespace gonogo::testing_support
