// Tests the lock of a run of stages, on a server and behind a pooler.
#include "stages/ledger/target_lock.h"

#include <gtest/gtest.h>

#include <optional>
#include <thread>

#include "core/error.h"
#include "fixtures/rehearsal/running_pooler.h"
#include "tests/support/servers/both_databases.h"
#include "tests/support/servers/pair_environment.h"

namespace gonogo::testing_support {
namespace {

class TargetLocks : public testing::Test {
 protected:
  static std::string ErrorOf(const std::string& url, const std::string& who) {
    try {
      TargetLock(ParseEndpoint(url, "TGT_DB_URL"), {}, who).RequireHeld();
    } catch (const DatabaseError& error) {
      return error.what();
    }
    return "none";
  }

  BothDatabases databases_{"target_lock"};
};

TEST_F(TargetLocks, BelongToOneRun) {
  TargetLock lock(ParseEndpoint(databases_.TargetUrl(), "TGT_DB_URL"), {}, "me");
  lock.RequireHeld();
  const std::string second = ErrorOf(databases_.TargetUrl(), "you");
  EXPECT_TRUE(
      second.starts_with("target: another run of stages holds the lock: gonogo stage of me "
                         "from 127.0.0.1, connected since "))
      << second;
}

TEST_F(TargetLocks, AreTakenWhenTheRunBeforeHasJustEnded) {
  const ConnectionString target = ParseEndpoint(databases_.TargetUrl(), "TGT_DB_URL");
  auto before = std::make_optional<TargetLock>(target, Limits{}, "me");
  std::jthread ends_soon([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    before.reset();
  });
  EXPECT_EQ(ErrorOf(databases_.TargetUrl(), "you"), "none");
}

TEST_F(TargetLocks, AreKeptByAPoolerInSessionMode) {
  const RunningPooler pooler(TestPair().target, "session", 3);
  EXPECT_EQ(ErrorOf(pooler.Url("target_lock"), "me"), "none");
}

TEST_F(TargetLocks, AreNotTakenThroughAPoolerThatCannotKeepThem) {
  for (const std::string mode : {"transaction", "statement"}) {
    const RunningPooler pooler(TestPair().target, mode);
    const std::string words = ErrorOf(pooler.Url("target_lock"), "me");
    EXPECT_NE(words.find(" is a pooler in " + mode +
                         " mode, which can't keep the lock of a run of stages; connect stages to "
                         "the server itself"),
              std::string::npos)
        << words;
  }
}

}  // namespace
}  // namespace gonogo::testing_support
