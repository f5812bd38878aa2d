// A file with a query is a check of the plan: its header has what JSON would say.
#include "core/plan/reading/query_header.h"

#include <gtest/gtest.h>

#include "core/error.h"

namespace gonogo {
namespace {

LocatedJson EmptyPlan() { return {Json::object(), {}}; }

std::string ErrorOf(const std::string& text) {
  LocatedJson plan = EmptyPlan();
  try {
    AppendQueryCheck("checks/orders.sql", text, plan);
  } catch (const PlanError& error) {
    return error.what();
  }
  return "accepted";
}

TEST(QueryHeader, NeedsNothing) {
  LocatedJson plan = EmptyPlan();
  AppendQueryCheck("shop/checks/orders.sql", "SELECT id FROM public.orders", plan);
  EXPECT_EQ(plan.value.at("checks").at(0),
            Json({{"id", "orders"}, {"gate", "no_rows"}, {"file", "orders.sql"}}));
  EXPECT_EQ(plan.At("/checks/0/file").file, "shop/checks/orders.sql");
}

TEST(QueryHeader, SaysWhatJsonWouldSay) {
  LocatedJson plan = EmptyPlan();
  AppendQueryCheck("checks/orders.sql",
                   "-- Orders without a customer.\n\n"
                   "--gonogo: phases preflight,  gate\n"
                   "  -- gonogo:  severity advisory \n"
                   "-- gonogo: side source\n"
                   "-- gonogo: owner billing team\n"
                   "-- gonogo: title every order has a customer\n"
                   "SELECT id FROM public.orders -- gonogo: side target\n",
                   plan);
  EXPECT_EQ(plan.value.at("checks").at(0), Json({{"id", "orders"},
                                                 {"gate", "no_rows"},
                                                 {"file", "orders.sql"},
                                                 {"phases", {"preflight", "gate"}},
                                                 {"severity", "advisory"},
                                                 {"side", "source"},
                                                 {"owner", "billing team"},
                                                 {"title", "every order has a customer"}}));
  EXPECT_EQ(plan.At("/checks/0/phases/1").line, 3);
  EXPECT_EQ(plan.At("/checks/0/side").line, 5);
}

TEST(QueryHeader, ComparesBothSides) {
  LocatedJson plan = EmptyPlan();
  AppendQueryCheck("a.sql", "-- gonogo: same on both sides\nSELECT id FROM t ORDER BY id", plan);
  AppendQueryCheck("b.sql", "-- gonogo: same plan on both sides\nSELECT id FROM t", plan);
  EXPECT_EQ(plan.value.at("checks").at(0).at("gate"), "same_answers");
  EXPECT_EQ(plan.value.at("checks").at(1).at("gate"), "query_plans");
}

TEST(QueryHeader, RefusesWhatItDoesNotKnow) {
  EXPECT_EQ(ErrorOf("\n-- gonogo: phase gate\nSELECT 1"),
            "checks/orders.sql:2: key \"phase\" is unknown; did you mean \"phases\"?");
  EXPECT_EQ(
      ErrorOf("-- gonogo: required\nSELECT 1"),
      "checks/orders.sql:1: key \"required\" is unknown; known: phases, severity, side, title, "
      "owner, same on both sides, same plan on both sides");
  EXPECT_EQ(ErrorOf("-- gonogo: side\nSELECT 1"), "checks/orders.sql:1: \"side\" needs a value");
}

TEST(QueryHeader, SaysThatThePlansServerIsNewer) {
  EXPECT_TRUE(HasNewerSyntax("-- gonogo: newer syntax\nSELECT 1"));
  EXPECT_FALSE(HasNewerSyntax("SELECT 1 -- gonogo: newer syntax"));
}

}  // namespace
}  // namespace gonogo
