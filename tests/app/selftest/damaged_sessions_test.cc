// Sessions of others, which damage is planted in.
#include "app/selftest/damaged_sessions.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {
namespace {

constexpr const char* kApplication = "stays_connected";

class DamagedSessionsTest : public ::testing::Test {
 protected:
  DamagedSessionsTest() : databases_("stays") {
    databases_.OnTarget(
        fmt::format("CREATE ROLE {} LOGIN PASSWORD '{}'; CREATE TABLE t AS SELECT 1 AS n",
                    kApplication, TestPair().target.password));
    sessions_ = std::make_unique<DamagedSessions>(TestPair(), "stays", kApplication);
  }
  ~DamagedSessionsTest() override {
    sessions_.reset();
    databases_.OnTarget(fmt::format("DROP ROLE {}", kApplication));
  }

  static bool HasSession(const std::string& condition) {
    return HasRow(TestPair().target,
                  "SELECT FROM pg_stat_activity WHERE datname = 'stays' AND " + condition);
  }

  // Returns "" if the damage is planted.
  std::string WhyNotPlanted(const Damage& damage) {
    const auto refusal = sessions_->Plant(damage);
    return refusal ? refusal->why : "";
  }

  BothDatabases databases_;
  std::unique_ptr<DamagedSessions> sessions_;
};

const Damage kOfSession = {
    .kind = "transaction left open",
    .plant = "SET application_name = 'left open'; SELECT 1",
    .looks = "SELECT count(*)::text FROM pg_stat_activity WHERE application_name = 'left open'",
    .medium = Medium::kSession,
    .role = kApplication};

TEST_F(DamagedSessionsTest, StayConnectedUntilTheyAreUndone) {
  EXPECT_TRUE(HasSession("usename = 'stays_connected' AND application_name = 'shop'"));
  EXPECT_EQ(WhyNotPlanted(kOfSession), "");
  EXPECT_TRUE(HasSession("usename = 'stays_connected' AND state = 'idle in transaction'"));
  sessions_->Undo(kOfSession);
  EXPECT_FALSE(HasSession("application_name = 'left open'"));
}

TEST_F(DamagedSessionsTest, WriteAgainAndAgain) {
  const Damage writer = {.kind = "writer",
                         .plant = "UPDATE t SET n = n + 1",
                         .looks = "SELECT n::text FROM t",
                         .undo = "UPDATE t SET n = 1",
                         .medium = Medium::kWriter};
  EXPECT_EQ(WhyNotPlanted(writer), "");
  databases_.OnTarget(
      "DO $$ BEGIN FOR i IN 1..100 LOOP"
      "  IF (SELECT n > 2 FROM t) THEN RETURN; END IF; PERFORM pg_sleep(0.1);"
      "END LOOP; RAISE 'nobody writes'; END $$");
  sessions_->Undo(writer);
  databases_.OnTarget(
      "DO $$ BEGIN IF (SELECT n <> 1 FROM t) THEN RAISE 'not undone'; END IF; END $$");
}

TEST_F(DamagedSessionsTest, AreNotPlantedIfTheyChangeNothing) {
  Damage damage = kOfSession;
  damage.plant = "SET application_name = 'another'";
  EXPECT_EQ(WhyNotPlanted(damage), "its query answers as before");
  EXPECT_FALSE(HasSession("application_name = 'another'"));
}

TEST_F(DamagedSessionsTest, AreNotPlantedIfTheServerRefuses) {
  Damage damage = kOfSession;
  damage.plant = "SELECT 1 / 0";
  EXPECT_NE(WhyNotPlanted(damage).find("division by zero"), std::string::npos);
}

}  // namespace
}  // namespace gonogo::testing_support
