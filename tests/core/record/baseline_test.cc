// A baseline is read back as it was written, and its digest detects changes.
#include "core/record/baseline.h"

#include <gtest/gtest.h>

#include <map>

#include "core/error.h"

namespace gonogo {
namespace {

Baseline Sample() {
  Baseline baseline{.tool = "gonogo 0.1.0",
                    .plan = "small",
                    .taken_at = "2026-02-21T09:30:00.000Z",
                    .version = "15.4",
                    .version_num = 150'004,
                    .system_identifier = "7300000000000000001",
                    .database_oid = "16384",
                    .throw_away = true,
                    .answers = {},
                    .sizes = {{"database", 8'000'000}, {"relations", {{"public.a", 8192}}}}};
  baseline.answers[{"row_count", {"public", std::nullopt}}] = {.columns = {"rows"},
                                                               .values = {{"12"}}};
  baseline.answers[{"columns", {}}] = {.columns = {"name", "default"},
                                       .values = {{"id", std::nullopt}, {"v", "''"}}};
  return baseline;
}

std::string Text(const Baseline& baseline) { return ToJson(baseline).dump(); }

TEST(Baseline, IsReadBackUnchanged) {
  const Baseline read = ParseBaseline(Text(Sample()), "b.json");
  EXPECT_EQ(Text(read), Text(Sample()));
  EXPECT_EQ(read.answers, Sample().answers);
  EXPECT_EQ(read.system_identifier, Sample().system_identifier);
}

TEST(Baseline, HasADigestOfAllOfIt) {
  const std::map<std::string, void (*)(Baseline&)> changes = {
      {"tool", [](Baseline& one) { one.tool = "gonogo 9"; }},
      {"plan", [](Baseline& one) { one.plan = "another"; }},
      {"taken_at", [](Baseline& one) { one.taken_at = "2026-02-22T09:30:00.000Z"; }},
      {"version", [](Baseline& one) { one.version = "18.1"; }},
      {"version_num", [](Baseline& one) { one.version_num = 180001; }},
      {"system_identifier", [](Baseline& one) { one.system_identifier = "8"; }},
      {"oid", [](Baseline& one) { one.database_oid = "9"; }},
      {"throw_away", [](Baseline& one) { one.throw_away = !one.throw_away; }},
      {"sizes", [](Baseline& one) { one.sizes["database"] = 9'000'000; }},
      {"answers", [](Baseline& one) { one.answers.begin()->second.values[0][0] = "other"; }}};
  for (const auto& [what, change] : changes) {
    Baseline changed = Sample();
    change(changed);
    EXPECT_NE(changed.Digest(), Sample().Digest()) << what;
    // Nor is the file read if only that was edited.
    Json edited = ToJson(changed);
    edited["digest"] = Sample().Digest();
    EXPECT_THROW(ParseBaseline(edited.dump(), "b.json"), PlanError) << what;
  }
}

TEST(Baseline, WithAKeyTwiceIsRejected) {
  std::string text = Text(Sample());
  text.insert(1, R"("taken_at":"2026-02-22T09:30:00.000Z",)");
  EXPECT_THROW(ParseBaseline(text, "b.json"), PlanError);
}

TEST(Baseline, DistinguishesNullFromTheEmptyText) {
  Baseline empty = Sample();
  empty.answers[{"columns", {}}].values[0][1] = "";
  EXPECT_NE(empty.Digest(), Sample().Digest());
}

TEST(Baseline, IsRejectedIfItIsInvalidOrWasChanged) {
  Json changed = ToJson(Sample());
  changed["answers"][0]["rows"] = Json::array();
  Json of_another_format = ToJson(Sample());
  of_another_format["gonogo_baseline"] = 1;
  for (const std::string& text :
       {std::string(), std::string("{}"), std::string("[]"), changed.dump(),
        of_another_format.dump(), Text(Sample()).substr(0, 100)}) {
    EXPECT_THROW(ParseBaseline(text, "b.json"), PlanError) << text;
  }
}

TEST(DifferentAnswers, ListsChangedNewAndMissingAnswers) {
  const Baseline before = Sample();
  EXPECT_EQ(DifferentAnswers(before, before), std::vector<std::string>());
  Baseline after = before;
  after.answers[{"row_count", {"public", std::nullopt}}].values = {{"11"}};
  after.answers[{"views", {}}] = {};
  EXPECT_EQ(DifferentAnswers(before, after), (std::vector<std::string>{"row_count", "views"}));
  EXPECT_EQ(DifferentAnswers(after, before), (std::vector<std::string>{"row_count", "views"}));
}

}  // namespace
}  // namespace gonogo
