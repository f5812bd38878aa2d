// Which answers to a health check say that the service isn't well.
#include "gates/services/health_words.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

std::string PlaceIn(const std::string& body, const Json& judged = Json::object()) {
  return IllPlace(body, judged);
}

TEST(IllPlace, IsWhereAMemberSaysSoAtAnyDepth) {
  EXPECT_EQ(PlaceIn(R"({"status": "DOWN"})"), "/status");
  EXPECT_EQ(PlaceIn(R"({"Status": " Unhealthy "})"), "/Status");
  EXPECT_EQ(PlaceIn(R"({"status": "503"})"), "/status");
  EXPECT_EQ(PlaceIn(R"({"status_code": 500})"), "/status_code");
  EXPECT_EQ(PlaceIn(R"({"status": "UP", "components": {"db": {"status": "DOWN"}}})"),
            "/components/db/status");
  EXPECT_EQ(PlaceIn(R"({"status": "pass", "checks": {"db:up": [{"status": "fail"}]}})"),
            "/checks/db:up/0/status");
  EXPECT_EQ(PlaceIn(R"({"services": [{"name": "db", "state": "ok"}, {"state": "stopped"}]})"),
            "/services/1/state");
  EXPECT_EQ(PlaceIn(R"([{"isHealthy": true}, {"isHealthy": false}])"), "/1/isHealthy");
  EXPECT_EQ(PlaceIn(R"({"redis": {"connected": false}})"), "/redis/connected");
  EXPECT_EQ(PlaceIn(R"({"ok": 0})"), "/ok");
  EXPECT_EQ(PlaceIn(R"({"status": ["ok", "error"]})"), "/status/1");
}

TEST(IllPlace, IsWhereAWordSaysSoWhateverItsMember) {
  EXPECT_EQ(PlaceIn(R"({"database": "down", "cache": "ok"})"), "/database");
  EXPECT_EQ(PlaceIn(R"({"mode": "Degraded"})"), "/mode");
  EXPECT_EQ(PlaceIn(R"({"degraded": true})"), "/degraded");
  EXPECT_EQ(PlaceIn(R"({"status": "ok", "error": "no connection"})"), "/error");
  EXPECT_EQ(PlaceIn(R"({"error": {"message": "no connection"}})"), "/error");
  EXPECT_EQ(PlaceIn(R"({"errors": ["no connection"]})"), "/errors");
  EXPECT_EQ(PlaceIn(R"("unhealthy")"), "the answer");
}

TEST(IllPlace, IsAComponentThatFails) {
  EXPECT_EQ(PlaceIn(R"({"status": "ok", "database": "error"})"), "/database");
  EXPECT_EQ(PlaceIn(R"({"status": "ok", "db": "disconnected"})"), "/db");
  EXPECT_EQ(PlaceIn(R"({"status": "ok", "postgres": false})"), "/postgres");
  EXPECT_EQ(PlaceIn(R"({"redis": "failed: no route"})"), "/redis");
  EXPECT_EQ(PlaceIn(R"({"checks": {"mail": true, "billing": false}})"), "/checks/billing");
  EXPECT_EQ(PlaceIn(R"({"services": {"mail": "stopped"}})"), "/services/mail");
  EXPECT_EQ(PlaceIn(R"({"status": "error: connection refused"})"), "/status");
  EXPECT_EQ(PlaceIn(R"({"status": "ok", "errors": {"db": "timeout"}})"), "/errors");
  EXPECT_EQ(PlaceIn(R"({"status": "ok", "errors": "timeout"})"), "/errors");
  EXPECT_EQ(PlaceIn(R"({"status": "ok", "maintenance": true})"), "/maintenance");
}

TEST(IllPlace, IsNoneInAnAnswerThatIsWell) {
  for (const char* const body : {R"({"status": "ok"})",
                                 R"({"status": "UP", "components": {"db": {"status": "UP"}}})",
                                 R"({"status": 200, "uptime": 503})",
                                 R"({"status": 0})",
                                 R"({"error": null})",
                                 R"({"error": ""})",
                                 R"({"error": "none", "errors": []})",
                                 R"({"errors": 12})",
                                 R"({"logLevel": "error", "on": "failure"})",
                                 R"({"degraded": false, "down": 0})",
                                 R"({"healthy": true, "maintenance": "2026-03-01"})",
                                 R"({"up": 1})",
                                 R"({"cooldown": 5, "markdown": true, "failed_jobs": 0})",
                                 R"({"last_error": null, "errors": {}, "db": "error-logs"})",
                                 R"({"checks": [{"name": "db", "critical": false}]})",
                                 R"({"services": {"maintenance": false, "mail": "up"}})",
                                 R"({"database": "postgres", "cache": false})",
                                 "error: none",
                                 "Failed jobs: 0",
                                 "Red Hat Linux",
                                 R"({})",
                                 R"([])",
                                 R"({"status": "warn"})",
                                 "",
                                 "OK",
                                 "ok\n",
                                 "fine",
                                 "healthy",
                                 "up 1",
                                 "db: ok",
                                 "12 passed, 0 failed",
                                 "last error: none",
                                 "uptime=503",
                                 "<html>DOWN</html>",
                                 "Errors: 0\nDatabase: up",
                                 "200"}) {
    EXPECT_EQ(PlaceIn(body), "") << body;
  }
}

TEST(IllPlace, IsTheWholeOfATextThatSaysSo) {
  for (const char* const body :
       {"unhealthy", "DOWN", " degraded\n", "Not ok", "ERROR: no connection", "DOWN - database",
        "Database: DOWN", "status=fail", "app: ok\ndb: unavailable", "503",
        "503 Service Unavailable", "database: error", "healthy: false", "status: false",
        "The service is down.", "Error", "maintenance"}) {
    EXPECT_EQ(PlaceIn(body), "the answer") << body;
  }
}

TEST(IllPlace, IsNoneThatThePlanJudges) {
  EXPECT_EQ(PlaceIn(R"({"status": "degraded"})", {{"/status", {"degraded"}}}), "");
  EXPECT_EQ(PlaceIn(R"({"db": {"status": "down"}})", {{"/db/status", {"down"}}}), "");
  EXPECT_EQ(PlaceIn(R"({"db": {"status": "down"}})", {{"/status", {"ok"}}}), "/db/status");
  EXPECT_EQ(PlaceIn("degraded", {{"", {"degraded"}}}), "");
}

}  // namespace
}  // namespace gonogo
