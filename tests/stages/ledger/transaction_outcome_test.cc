// Tests what a server that crashed says of a transaction that it has forgotten.
#include "stages/ledger/transaction_outcome.h"

#include <gtest/gtest.h>

#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {
namespace {

TEST(TransactionOutcome, OfANumberThatTheServerHasNotReachedIsThatItWasNotCommitted) {
  const BothDatabases databases("forgotten");
  Pair pair = databases.Open();
  EXPECT_FALSE(WasCommitted(pair.Target(), "1000000000", "step \"tables\""));
}

}  // namespace
}  // namespace gonogo::testing_support
