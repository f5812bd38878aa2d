// Tests which alerts a silence covers, and what isn't guessed.
#include "gates/operations/alert_silences.h"

#include <gtest/gtest.h>

#include "core/error.h"

namespace gonogo {
namespace {

Cover::Is CoveredBy(const std::string& expression, const std::string& value) {
  const Silence silence{.matchers = {{.label = "a", .value = expression, .is_regex = true}}};
  return CoverOf(silence, {{"a", value}}).is;
}

TEST(Silences, MatchWholeValues) {
  EXPECT_EQ(CoveredBy("target", "target"), Cover::Is::kYes);
  EXPECT_EQ(CoveredBy("target", "target:9187"), Cover::Is::kNo);
  EXPECT_EQ(CoveredBy("(target|source):[0-9]+", "source:9187"), Cover::Is::kYes);
  EXPECT_EQ(CoveredBy("db\\.example\\.com", "dbxexample.com"), Cover::Is::kNo);
  EXPECT_EQ(CoveredBy("ta?rget(:\\d{4})?", "target:9187"), Cover::Is::kYes);
  EXPECT_EQ(CoveredBy("|target", ""), Cover::Is::kYes);
}

TEST(Silences, AreNotGuessedWhereGoReadsOtherwise) {
  EXPECT_EQ(CoveredBy("(?i)TARGET", "target"), Cover::Is::kUnknown);
  EXPECT_EQ(CoveredBy("\\pL+", "target"), Cover::Is::kUnknown);
  EXPECT_EQ(CoveredBy("\\btarget", "target"), Cover::Is::kUnknown);
  EXPECT_EQ(CoveredBy("[]a]", "a"), Cover::Is::kUnknown);
  EXPECT_EQ(CoveredBy("[^]a]", "b"), Cover::Is::kUnknown);
  EXPECT_EQ(CoveredBy(".", "\xC3\xA9"), Cover::Is::kUnknown);
  EXPECT_EQ(CoveredBy("\xC3\xA9?", "e"), Cover::Is::kUnknown);
  EXPECT_EQ(CoveredBy("a{", "a{"), Cover::Is::kUnknown);
  EXPECT_EQ(CoveredBy(std::string(1001, 'a'), "a"), Cover::Is::kUnknown);
}

TEST(Silences, DoNotCoverWhatOneMatcherExcludes) {
  const Silence silence{.matchers = {{.label = "severity", .value = "page"},
                                     {.label = "a", .value = "b", .is_equal = false}}};
  EXPECT_EQ(CoverOf(silence, {{"a", "b"}}).is, Cover::Is::kNo);
  EXPECT_EQ(CoverOf(silence, {{"a", "c"}}).is, Cover::Is::kUnknown);
  EXPECT_EQ(CoverOf(silence, {{"a", "c"}, {"severity", "page"}}).is, Cover::Is::kYes);
}

TEST(AlertLabels, AreReadAsAlertmanagerWritesThem) {
  EXPECT_EQ(ParseAlertLabels(R"( {a="1",b_2="x \"y\" \\ }, {", } )"),
            (AlertLabels{{"a", "1"}, {"b_2", R"(x "y" \ }, {)"}}));
  for (const char* text :
       {"", "{}", "a=\"1\"", "{a=1}", "{a=\"1\" b=\"2\"}", "{a=\"1\"} {", "{a!=\"1\"}"}) {
    EXPECT_THROW(ParseAlertLabels(text), PlanError) << text;
  }
  EXPECT_THROW(ParseAlertLabels("{a=\"1\", a=\"2\"}"), PlanError);
}

}  // namespace
}  // namespace gonogo
