// The server looks whether its client is still there every few seconds; on 13, when it has
// something to send.
#include "stages/ledger/transaction_outcome.h"

#include <chrono>
#include <thread>

#include "core/error.h"
#include "fixtures/system/interrupt.h"
#include "sql/session.h"

namespace gonogo {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds kLongest{20};
constexpr std::chrono::milliseconds kPause{200};

}  // namespace

std::string TransactionNumber(Session& session) {
  return session.Query(sql::kTransactionNumber, {}).Only().Text("number");
}

bool WasCommitted(Session& session, const std::string& number, const std::string& what) {
  for (const auto end = Clock::now() + kLongest;;) {
    ThrowIfInterrupted();
    const Rows rows = session.Query(sql::kTransactionStatus, {number});
    const Value status = rows.Only().Maybe("status");
    if (status == "committed") return true;
    if (status == "aborted") return false;
    if (!status || Clock::now() > end) {
      throw DatabaseError("target: the server cannot tell whether " + what + " was committed: " +
                              (status ? "transaction " + number +
                                            " is still in progress; end it, "
                                            "or wait, and try again"
                                      : "it was too long ago"),
                          "");
    }
    std::this_thread::sleep_for(kPause);
  }
}

}  // namespace gonogo
