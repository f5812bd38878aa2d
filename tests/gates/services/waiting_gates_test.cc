// Tests that a gate which waits (for a deadline, a window, a second sample) ends soon after Cancel.
#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "core/error.h"
#include "fixtures/rehearsal/http_server.h"
#include "fixtures/system/free_port.h"
#include "tests/gates/running_gate.h"
#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {
namespace {

using std::chrono::steady_clock;

class WaitingGates : public testing::Test {
 protected:
  // Expects the gate to end within seconds after it is cancelled, with SQLSTATE 57014.
  void ExpectToEnd(const Json& check, const Environment& environment) {
    Pair pair = databases_.Open();
    std::jthread interrupt([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(300));
      pair.Cancel();
    });
    const auto start = steady_clock::now();
    try {
      RunningGate(check, environment).Run(pair);
      ADD_FAILURE() << "not cancelled: " << check.dump();
    } catch (const DatabaseError& error) {
      EXPECT_EQ(error.sqlstate(), "57014") << error.what();
    }
    EXPECT_LT(steady_clock::now() - start, std::chrono::seconds(5)) << check.dump();
  }

  // A URL at which no server listens.
  static std::string UnusedUrl() { return "http://127.0.0.1:" + std::to_string(FreePort()); }

 private:
  BothDatabases databases_{"waiting_gates"};
};

TEST_F(WaitingGates, EndWhenTheRunIsCancelled) {
  const Json url = {{"env", "URL"}};
  ExpectToEnd(
      {{"gate", "http_health"}, {"services", {{"gateway", {{"url", url}}}}}, {"deadline_s", 600}},
      {{"URL", UnusedUrl()}});
  ExpectToEnd({{"gate", "chain_rpc"}, {"variables", {"URL"}}, {"chain_id", 1}, {"deadline_s", 600}},
              {{"URL", UnusedUrl()}});
  ExpectToEnd({{"gate", "dns"},
               {"names", {{"db.example.com", {{"leads_to", "192.0.2.7"}}}}},
               {"nameserver", "127.0.0.1:" + std::to_string(FreePort())},
               {"timeout_s", 600}},
              {});
  ExpectToEnd({{"gate", "fence"}, {"interval_ms", 600'000}}, {});
  ExpectToEnd(
      {{"gate", "slo"}, {"probes", {{"url", url}}}, {"baseline_p95_ms", 1}, {"window_s", 600}},
      {{"URL", UnusedUrl()}});
  ExpectToEnd({{"gate", "slo"},
               {"prometheus", {{"url", url}, {"p95", "a"}, {"errors", "b"}}},
               {"baseline_p95_ms", 1},
               {"window_s", 600}},
              {{"URL", UnusedUrl()}});
}

TEST_F(WaitingGates, EndWhileTheyWaitForAnAnswer) {
  const HttpServer silent(
      [](const ReceivedRequest&) -> HttpReply { return {.delay = std::chrono::seconds(3)}; });
  ExpectToEnd({{"gate", "http_health"}, {"services", {{"gateway", {{"url", {{"env", "URL"}}}}}}}},
              {{"URL", "http://127.0.0.1:" + std::to_string(silent.port())}});
}

}  // namespace
}  // namespace gonogo::testing_support
