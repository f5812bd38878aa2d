// Tests whom the gate certificates asks: nobody in a rehearsal, whose servers are throw-away ones.
#include <gtest/gtest.h>

#include "tests/gates/running_gate.h"
#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {
namespace {

// No program listens at the first port. One that was free a moment ago may be taken by now.
constexpr const char* kNobody = "https://127.0.0.1:1";

class Certificates : public testing::Test {
 protected:
  // Asks about a service where nobody listens.
  Outcome Check(const Environment& more, bool throw_away) {
    Environment environment = more;
    environment["GATEWAY_URL"] = kNobody;
    Pair opened = databases_.Open();
    Side target = OpenSide("target", opened.Of(SideName::kTarget).endpoint, {});
    target.identity->throw_away = throw_away;
    Pair pair(OpenSide("source", opened.Of(SideName::kSource).endpoint, {}), std::move(target));
    return RunningGate({{"gate", "certificates"},
                        {"databases", false},
                        {"services", {{"gateway", {{"url", {{"env", "GATEWAY_URL"}}}}}}}},
                       environment)
        .Run(pair);
  }

 private:
  BothDatabases databases_{"certificates"};
};

const Environment kInStage = {{"GONOGO_MIGRATION", "/nowhere/migration"}};

TEST_F(Certificates, AreNotAskedOfTheServersOfARehearsal) {
  const Outcome outcome = Check(kInStage, true);
  EXPECT_TRUE(outcome.findings.empty());
  EXPECT_EQ(outcome.notes,
            std::vector<std::string>{"not asked: servers and services of a rehearsal "
                                     "have no certificates"});
}

TEST_F(Certificates, AreAskedOfAllOthers) {
  EXPECT_EQ(Check(kInStage, false).findings.size(), 1);
  EXPECT_EQ(Check({}, true).findings.size(), 1);
}

TEST_F(Certificates, AreAskedWhereNoDatabaseAnswers) {
  Environment environment = kInStage;
  environment["GATEWAY_URL"] = kNobody;
  Pair pair = PairOutOfReach();
  EXPECT_EQ(RunningGate({{"gate", "certificates"},
                         {"databases", false},
                         {"services", {{"gateway", {{"url", {{"env", "GATEWAY_URL"}}}}}}}},
                        environment)
                .Run(pair)
                .findings.size(),
            1);
}

}  // namespace
}  // namespace gonogo::testing_support
