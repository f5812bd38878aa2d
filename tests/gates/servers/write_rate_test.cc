// write_rate sees how fast the source uses a sequence while it watches, and counts until the window
// ends.
#include <gtest/gtest.h>

#include <atomic>
#include <future>

#include "core/error.h"
#include "core/record/ledger.h"
#include "core/text/utc.h"
#include "fixtures/system/clock.h"
#include "tests/gates/running_gate.h"
#include "tests/support/gonogo_program.h"
#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {
namespace {

const Environment kUrls = {{"source", "a"}, {"target", "b"}};

Json Check(const Json& more = Json::object()) {
  Json check = {{"gate", "write_rate"}, {"observe_s", 1}};
  check.update(more);
  return check;
}

TEST(WriteRate, SeesTheUseOfASequenceWhileItWatches) {
  const BothDatabases databases("write_rate");
  databases.OnBoth("CREATE SEQUENCE busy AS integer; CREATE SEQUENCE idle;");
  Pair pair = databases.Open();
  std::atomic<bool> done = false;
  auto writer = std::async(std::launch::async, [&] {
    while (!done) {
      databases.OnSource(
          "SELECT count(nextval('busy')) FROM generate_series(1, 1000); SELECT pg_sleep(0.1)");
    }
  });
  // At a thousand values in a tenth of a second, two thousand million last for days.
  const Outcome long_time = RunningGate(Check({{"hours", 2400}}), kUrls).Run(pair);
  const Outcome short_time = RunningGate(Check({{"hours", 1}, {"margin", 1}}), kUrls).Run(pair);
  done = true;
  writer.get();
  ASSERT_EQ(long_time.findings.size(), 1U);
  EXPECT_EQ(long_time.findings[0].subject, "sequence public.busy");
  EXPECT_TRUE(short_time.findings.empty());
}

// Otherwise few values would be multiplied with no time, or with a negative one.
TEST(WriteRate, DoesNotCountARecordOfThisMoment) {
  const BothDatabases databases("write_rate_record");
  databases.OnBoth("CREATE SEQUENCE numbers AS smallint;");
  Pair pair = databases.Open();
  const Scratch scratch;
  const SequenceFacts facts{.taken_at = UtcText(UtcClock() + std::chrono::hours(1)),
                            .system_identifier = {},
                            .database_oid = "5",
                            .places = {{"public.numbers", 0}}};
  LedgerLine ended{
      .event = LedgerEvent::kStageEnded, .stage = Phase::kPreflight, .at = facts.taken_at};
  ended.details = {{"status", 0}, {"facts", {{"sequence_places", ToJson(facts)}}}};
  scratch.File("ledger.jsonl", ToText(ToJson(ended)) + "\n");
  Environment environment = kUrls;
  environment["GONOGO_MIGRATION"] = scratch.Path("");
  EXPECT_THROW(RunningGate(Check({{"hours", 720}}), environment).Run(pair), DatabaseError);
}

TEST(WriteRate, CountsUntilTheWindowEnds) {
  const BothDatabases databases("write_rate_window");
  databases.OnBoth("CREATE SEQUENCE numbers AS smallint;");
  Pair pair = databases.Open();
  const auto with_window = [](const char* until) {
    return Json{{"window", {{"from", "2026-01-01T00:00Z"}, {"until", until}}}};
  };
  try {
    RunningGate(Check(), kUrls, with_window("2026-01-02T00:00Z")).Run(pair);
    FAIL() << "the window is over";
  } catch (const PlanError& error) {
    EXPECT_STREQ(
        error.what(),
        "the plan's window ended at 2026-01-02T00:00:00.000Z: correct it, or give this check "
        "\"hours\" until the switch");
  }
  EXPECT_THROW(RunningGate(Check(), kUrls, with_window("2126-01-02T00:00Z")).Run(pair),
               DatabaseError);  // watched for too short a time
}

}  // namespace
}  // namespace gonogo::testing_support
