// Tests how the gate alerts judges silences by the plan's window.
#include <gtest/gtest.h>

#include "core/error.h"
#include "core/text/utc.h"
#include "fixtures/rehearsal/http_server.h"
#include "fixtures/system/clock.h"
#include "tests/gates/running_gate.h"

namespace gonogo::testing_support {
namespace {

using std::chrono::hours;

// Times are hours from now.
struct Period {
  int from;
  int until;
};

UtcTime InHours(int number) {
  const UtcTime now = ParseUtc(UtcNow()).value();
  return std::chrono::floor<std::chrono::hours>(now) + hours(number);
}

Outcome OutcomeOf(const Period& window, const std::vector<Period>& silences) {
  Json answer = Json::array();
  for (const Period& one : silences) {
    const char* const state = one.until <= 0 ? "expired" : one.from <= 0 ? "active" : "pending";
    answer.push_back(
        {{"status", {{"state", state}}},
         {"startsAt", UtcText(InHours(one.from))},
         {"endsAt", UtcText(InHours(one.until))},
         {"matchers", {{{"name", "a"}, {"value", "b"}, {"isRegex", false}, {"isEqual", true}}}}});
  }
  const HttpServer server(
      [&](const ReceivedRequest&) -> HttpReply { return {.body = answer.dump()}; });
  const Environment environment = {{"URL", "http://127.0.0.1:" + std::to_string(server.port())}};
  Pair pair = PairOutOfReach();
  const RunningGate gate({{"gate", "alerts"},
                          {"url", {{"env", "URL"}}},
                          {"want", "silenced"},
                          {"alerts", {{"a", R"({a="b"})"}}}},
                         environment,
                         {{"window",
                           {{"from", UtcText(InHours(window.from)).substr(0, 16) + "Z"},
                            {"until", UtcText(InHours(window.until)).substr(0, 16) + "Z"}}}});
  return gate.Run(pair);
}

bool IsSilenced(const Period& window, const std::vector<Period>& silences) {
  return OutcomeOf(window, silences).findings.empty();
}

TEST(Alerts, MayBeSilencedFromTheBeginningOfTheWindowOn) {
  EXPECT_TRUE(IsSilenced({2, 4}, {{2, 4}}));
  EXPECT_TRUE(IsSilenced({2, 4}, {{0, 5}}));
  EXPECT_FALSE(IsSilenced({2, 4}, {{3, 5}}));
  EXPECT_FALSE(IsSilenced({2, 4}, {{0, 2}}));
  EXPECT_FALSE(IsSilenced({2, 4}, {{0, 3}}));
}

TEST(Alerts, AreSilencedFromNowOnInTheWindow) {
  EXPECT_TRUE(IsSilenced({-1, 4}, {{0, 4}}));
  EXPECT_FALSE(IsSilenced({-1, 4}, {{1, 4}}));
}

TEST(Alerts, MayBeSilencedByOneSilenceAfterAnother) {
  EXPECT_TRUE(IsSilenced({2, 6}, {{4, 6}, {1, 3}, {3, 4}}));
  EXPECT_FALSE(IsSilenced({2, 6}, {{1, 3}, {4, 6}}));
}

TEST(Alerts, AreStillSilencedWhenTheWindowIsOver) {
  EXPECT_TRUE(IsSilenced({-4, -2}, {{-4, 2}}));
  EXPECT_FALSE(IsSilenced({-4, -2}, {{-4, -2}}));
}

TEST(Alerts, SayWhenASilenceBeginsTooLate) {
  EXPECT_EQ(OutcomeOf({2, 4}, {{3, 5}}).findings,
            (std::vector<Finding>{
                {"a", "a silence that begins at " + UtcText(InHours(3)),
                 "silenced from " + UtcText(InHours(2)) + " until " + UtcText(InHours(4))}}));
}

}  // namespace
}  // namespace gonogo::testing_support
