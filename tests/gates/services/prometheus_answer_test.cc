// Tests the answers that a Prometheus server may give.
#include "gates/services/prometheus_answer.h"

#include <gtest/gtest.h>

#include "core/error.h"

namespace gonogo {
namespace {

std::string ErrorOf(const std::string& body, long status = 200) {
  try {
    return std::to_string(NumberIn({.status = status, .body = body}));
  } catch (const DatabaseError& error) {
    return error.what();
  }
}

std::string Vector(const std::string& result, const std::string& more = "") {
  return R"({"status":"success")" + more + R"(,"data":{"resultType":"vector","result":[)" + result +
         "]}}";
}

constexpr const char* kSample = R"({"metric":{},"value":[1700000000.1,"0.25"]})";

TEST(PrometheusAnswer, IsTheOneNumberOfAVectorOrAScalar) {
  EXPECT_EQ(NumberIn({.status = 200, .body = Vector(kSample)}), 0.25);
  EXPECT_EQ(NumberIn({.status = 200, .body = R"({"status":"success","data":{"resultType":"scalar",
                                  "result":[1700000000.1,"1e-3"]}})"}),
            0.001);
}

TEST(PrometheusAnswer, IsNoDataIfNoSeriesIsFoundOrTheNumberIsntFinite) {
  EXPECT_EQ(ErrorOf(Vector("")), "Prometheus: no data: the query finds no series");
  for (const char* const number : {"NaN", "+Inf", "-Inf", ""}) {
    EXPECT_EQ(ErrorOf(Vector(R"({"metric":{},"value":[1,")" + std::string(number) + R"("]})")),
              "Prometheus: no data: the query returns " + std::string(number));
  }
}

TEST(PrometheusAnswer, MustBeOneSeriesAtOneTime) {
  EXPECT_EQ(ErrorOf(Vector(std::string(kSample) + "," + kSample)),
            "Prometheus: the query finds 2 series; aggregate them to one");
  EXPECT_EQ(ErrorOf(R"({"status":"success","data":{"resultType":"matrix","result":[]}})"),
            "Prometheus: the query isn't an instant query");
  EXPECT_EQ(ErrorOf(R"({"status":"success","data":{"resultType":"string","result":[1,"a"]}})"),
            "Prometheus: the query isn't an instant query");
}

TEST(PrometheusAnswer, ReportsTheServersError) {
  EXPECT_EQ(ErrorOf(R"({"status":"error","errorType":"bad_data","error":"1:3: parse error"})", 400),
            "Prometheus: HTTP status 400, bad_data: 1:3: parse error");
  EXPECT_EQ(ErrorOf("<html>502</html>", 502), "Prometheus: HTTP status 502, no answer");
  EXPECT_EQ(ErrorOf("[]"), "Prometheus: HTTP status 200, no answer");
  // A proxy may answer so with what it kept.
  EXPECT_EQ(ErrorOf(Vector(kSample), 503), "Prometheus: HTTP status 503, no answer");
}

TEST(PrometheusAnswer, MustNotHaveWarningsExceptAboutStyle) {
  EXPECT_EQ(ErrorOf(Vector(kSample, R"(,"warnings":["remote read: timeout"])")),
            "Prometheus: the answer has a warning: remote read: timeout");
  EXPECT_EQ(
      ErrorOf(Vector(kSample, R"(,"warnings":["PromQL info: metric might not be a counter"])")),
      "0.250000");
}

TEST(PrometheusAnswer, MustHaveTheExpectedForm) {
  EXPECT_EQ(ErrorOf(R"({"status":"success"})"), "Prometheus: the query isn't an instant query");
  EXPECT_EQ(ErrorOf(Vector("5")), "Prometheus: the answer has no number");
  EXPECT_EQ(ErrorOf(Vector(R"({"metric":{},"value":[1,0.25]})")),
            "Prometheus: the answer has no number");
}

}  // namespace
}  // namespace gonogo
