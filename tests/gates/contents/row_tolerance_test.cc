// Tests how far row counts may differ and how a plan says so, without a database.
#include "gates/contents/row_tolerance.h"

#include <gtest/gtest.h>

#include "core/error.h"
#include "core/json/json.h"

namespace gonogo {
namespace {

// Returns the arguments of a row_count check; `options` are those of public.users.
Arguments Given(std::int64_t rows, double percent, const std::string& options = "{}") {
  return Arguments({{"tolerance", rows},
                    {"tolerance_percent", percent},
                    {"by_relation", {{"public.users", ParseJson(options)}}}});
}

RowTolerance Users(const Arguments& arguments) { return RowToleranceOf(arguments, "public.users"); }

// Returns the tolerance with that text as "expect".
RowTolerance Drifting(const std::string& expect) {
  return Users(Given(0, 0, Json{{"expect", expect}, {"reason", "sign-ups"}}.dump()));
}

std::string ErrorOf(const Arguments& arguments) {
  try {
    Users(arguments);
  } catch (const PlanError& error) {
    return error.what();
  }
  return "accepted";
}

std::string ErrorOfExpect(const std::string& expect) {
  return ErrorOf(Given(0, 0, Json{{"expect", expect}, {"reason", "sign-ups"}}.dump()));
}

TEST(RowTolerance, IsZeroByDefault) {
  const RowTolerance tolerance = Users(Given(0, 0));
  EXPECT_TRUE(tolerance.Allows(12, 12));
  EXPECT_FALSE(tolerance.Allows(12, 11));
  EXPECT_FALSE(tolerance.Allows(12, 13));
  EXPECT_TRUE(tolerance.Allows(0, 0));
  EXPECT_EQ(tolerance.Describe(12), "12 rows");
  EXPECT_EQ(tolerance.Describe(1), "1 row");
}

TEST(RowTolerance, IsANumberOfRowsToEitherSide) {
  const RowTolerance tolerance = Users(Given(3, 0));
  EXPECT_TRUE(tolerance.Allows(12, 9));
  EXPECT_TRUE(tolerance.Allows(12, 15));
  EXPECT_FALSE(tolerance.Allows(12, 8));
  EXPECT_FALSE(tolerance.Allows(12, 16));
  EXPECT_EQ(tolerance.Describe(12), "12 rows give or take 3");
}

TEST(RowTolerance, IsAShareRoundedDownToWholeRows) {
  const RowTolerance tolerance = Users(Given(0, 1.5));
  EXPECT_TRUE(tolerance.Allows(200, 203));
  EXPECT_FALSE(tolerance.Allows(200, 204));
  EXPECT_FALSE(tolerance.Allows(66, 67));
  EXPECT_TRUE(tolerance.Allows(67, 68));
  EXPECT_FALSE(tolerance.Allows(0, 1));
  EXPECT_EQ(tolerance.Describe(200), "200 rows give or take 3");
  EXPECT_EQ(tolerance.Describe(66), "66 rows");
}

TEST(RowTolerance, IsTheLargerOfRowsAndPercent) {
  const RowTolerance tolerance = Users(Given(3, 10));
  EXPECT_EQ(tolerance.Describe(10), "10 rows give or take 3");
  EXPECT_EQ(tolerance.Describe(100), "100 rows give or take 10");
}

TEST(RowTolerance, CountsBeyondThirtyTwoBits) {
  const RowTolerance tolerance = Users(Given(1, 0));
  EXPECT_TRUE(tolerance.Allows(5'000'000'000, 5'000'000'001));
  EXPECT_FALSE(tolerance.Allows(5'000'000'000, 705'032'704));
}

TEST(RowTolerance, IsOverriddenForOneRelation) {
  const Arguments arguments = Given(3, 10, R"({"tolerance": 0, "tolerance_percent": 0.0})");
  EXPECT_EQ(Users(arguments).Describe(100), "100 rows");
  EXPECT_EQ(RowToleranceOf(arguments, "public.keys").Describe(100), "100 rows give or take 10");
}

TEST(RowTolerance, IsTheDefaultForWhatARelationLeavesOut) {
  EXPECT_EQ(Users(Given(3, 10, R"({"tolerance": 5})")).Describe(10), "10 rows give or take 5");
  EXPECT_EQ(Users(Given(3, 10, R"({"tolerance": 5})")).Describe(100), "100 rows give or take 10");
}

TEST(RowTolerance, ExpectsADocumentedDrift) {
  const RowTolerance more = Drifting("source + 12");
  EXPECT_TRUE(more.Allows(100, 112));
  EXPECT_FALSE(more.Allows(100, 100));
  EXPECT_FALSE(more.Allows(100, 111));
  EXPECT_EQ(more.Describe(100), "112 rows");
  EXPECT_EQ(more.reason, "sign-ups");

  const RowTolerance fewer = Drifting("source - 12");
  EXPECT_TRUE(fewer.Allows(100, 88));
  EXPECT_FALSE(fewer.Allows(100, 112));
  EXPECT_EQ(fewer.Describe(100), "88 rows");
}

TEST(RowTolerance, ToleratesAroundTheDriftedCount) {
  const RowTolerance tolerance =
      Users(Given(0, 10, R"({"tolerance": 1, "expect": "source + 100", "reason": "sign-ups"})"));
  EXPECT_EQ(tolerance.Describe(100), "200 rows give or take 20");
  EXPECT_TRUE(tolerance.Allows(100, 220));
  EXPECT_FALSE(tolerance.Allows(100, 179));
}

TEST(RowTolerance, IsNeverMetByADriftBelowZero) {
  EXPECT_FALSE(Drifting("source - 12").Allows(5, 0));
}

TEST(RowTolerance, ReadsADriftWithOrWithoutBlanks) {
  EXPECT_EQ(Drifting("source+12").drift, 12);
  EXPECT_EQ(Drifting("  source  -  12 ").drift, -12);
  EXPECT_EQ(Drifting("source + 0").drift, 0);
}

TEST(RowTolerance, RefusesADriftThatCantBeParsed) {
  for (const std::string expect :
       {"", "source", "source +", "source 12", "12", "+ 12", "target + 12", "source + -12",
        "source ++ 12", "source + 1.5", "source + 12 rows", "source + 1e3", "source * 2",
        "sources + 12", "Source + 12", "source + 9223372036854775808"}) {
    EXPECT_EQ(ErrorOfExpect(expect),
              "\"expect\" must be \"source + ROWS\" or \"source - ROWS\", not \"" + expect + "\"");
  }
}

TEST(RowTolerance, RefusesADriftWithoutReason) {
  EXPECT_EQ(ErrorOf(Given(0, 0, R"({"expect": "source + 12"})")),
            "\"expect\" for public.users needs a \"reason\"");
}

// An exclusion with a blank reason is refused, too.
TEST(RowTolerance, RefusesADriftWithABlankReason) {
  EXPECT_EQ(ErrorOf(Given(0, 0, R"({"expect": "source + 12", "reason": " "})")),
            "\"expect\" for public.users needs a \"reason\"");
}

TEST(RowTolerance, RefusesANegativeTolerance) {
  EXPECT_EQ(ErrorOf(Given(-1, 0)), "a tolerance can't be negative or more than 100 percent");
  EXPECT_EQ(ErrorOf(Given(0, -0.5)), "a tolerance can't be negative or more than 100 percent");
  EXPECT_EQ(ErrorOf(Given(0, 0, R"({"tolerance": -1})")),
            "a tolerance can't be negative or more than 100 percent");
  EXPECT_EQ(ErrorOf(Given(0, 0, R"({"tolerance_percent": -1})")),
            "a tolerance can't be negative or more than 100 percent");
}

// An environment variable can hold such a number.
TEST(RowTolerance, RefusesAPercentageThatIsntFinite) {
  EXPECT_NE(ErrorOf(Given(0, std::numeric_limits<double>::infinity())), "accepted");
  EXPECT_NE(ErrorOf(Given(0, std::numeric_limits<double>::quiet_NaN())), "accepted");
}

}  // namespace
}  // namespace gonogo
