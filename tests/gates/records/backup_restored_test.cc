// Tests of which server the gate backup_restored takes a run to be. That of a throw-away pair,
// which the gate cases use, is another one each time.
#include <gtest/gtest.h>

#include "core/error.h"
#include "tests/gates/running_gate.h"
#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {
namespace {

class BackupRestored : public testing::Test {
 protected:
  // Shows the target, which has these identifiers, the run of a cluster 7712864136391897905.
  Outcome Check(const Value& system_identifier, const std::string& database_oid) {
    Pair opened = databases_.Open();
    Side target = OpenSide("target", opened.Of(SideName::kTarget).endpoint, {});
    target.identity->throw_away = false;
    target.identity->system_identifier = system_identifier;
    target.identity->database_oid = database_oid;
    Pair pair(OpenSide("source", opened.Of(SideName::kSource).endpoint, {}), std::move(target));
    return RunningGate({{"gate", "backup_restored"},
                        {"evidence", GONOGO_SOURCE_DIR "/tests/data/restored/good"},
                        {"max_age_days", 40000}},
                       {})
        .Run(pair);
  }

 private:
  BothDatabases databases_{"backup_restored"};
};

TEST_F(BackupRestored, IsThatOfTheTargetsClusterAndDatabase) {
  const std::vector<Finding> none = {{"backup",
                                      "no run that compared the target with a restored copy of it",
                                      "one in the last 40000 days"}};
  EXPECT_TRUE(Check("7712864136391897905", "16384").findings.empty());
  EXPECT_EQ(Check("7712864136391897906", "16384").findings, none);
  EXPECT_EQ(Check("7712864136391897905", "16385").findings, none);
}

TEST_F(BackupRestored, IsNotToldWithoutTheTargetsIdentifier) {
  try {
    Check({}, "16384");
    ADD_FAILURE() << "no error";
  } catch (const DatabaseError& error) {
    EXPECT_EQ(error.sqlstate(), "42501") << error.what();
  }
}

}  // namespace
}  // namespace gonogo::testing_support
