// The server checks every few seconds whether its client still exists. PostgreSQL 13 does so only
// when it has something to send.
#include "stages/ledger/transaction_outcome.h"

#include <fmt/format.h>

#include <chrono>

#include "core/error.h"
#include "fixtures/system/interrupt.h"
#include "sql/session.h"

namespace gonogo {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds kTimeout{20};
constexpr std::chrono::milliseconds kPause{200};

// Returns nothing if the server no longer knows.
Value StatusOf(Session& session, const std::string& number) {
  try {
    return session.Query(sql::kTransactionStatus, {number}).Only().Maybe("status");
  } catch (const DatabaseError& error) {
    constexpr const char* kOfTheFuture = "22023";
    if (error.sqlstate() != kOfTheFuture) throw;
    // A server that crashed has forgotten the number, which it can't if it was committed.
    return "aborted";
  }
}

}  // namespace

std::string TransactionNumber(Session& session) {
  return session.Query(sql::kTransactionNumber, {}).Only().Text("number");
}

bool WasCommitted(Session& session, const std::string& number, const std::string& what) {
  for (const auto end = Clock::now() + kTimeout;;) {
    ThrowIfInterrupted();
    const Value status = StatusOf(session, number);
    if (status == "committed") return true;
    if (status == "aborted") return false;
    if (!status) {
      throw DatabaseError(
          fmt::format(
              "target: the server doesn't know whether {} was committed: it was too long ago",
              what),
          "");
    }
    if (Clock::now() > end) {
      throw DatabaseError(
          fmt::format("target: the server doesn't know whether {} was committed: transaction {} is "
                      "still in progress; end it, or wait, and try again",
                      what, number),
          "");
    }
    SleepUntil(Clock::now() + kPause);
  }
}

}  // namespace gonogo
