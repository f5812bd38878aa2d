// A baseline is read back as it was written, and its digest detects changes.
#include "core/record/baseline.h"

#include <gtest/gtest.h>

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

TEST(Baseline, HasADigestOfOnlyTheAnswers) {
  Baseline later = Sample();
  later.taken_at = "2026-02-22T09:30:00.000Z";
  later.sizes["database"] = 9'000'000;
  EXPECT_EQ(later.Digest(), Sample().Digest());
  later.answers.begin()->second.values.front().front() = "other";
  EXPECT_NE(later.Digest(), Sample().Digest());
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
  of_another_format["gonogo_baseline"] = 2;
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
