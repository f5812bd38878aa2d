// Each file of checks/ is a check: of the plan that names it, or of its own.
#include "app/plan/query_checks.h"

#include <gtest/gtest.h>

#include "app/plan/plan_file.h"
#include "core/error.h"
#include "tests/support/gonogo_program.h"

namespace gonogo::testing_support {
namespace {

constexpr const char* kPlan = R"({"gonogo": 1, "name": "shop",
    "connections": {"source": {"url": {"env": "S"}}, "target": {"url": {"env": "T"}}},
    "checks": [{"id": "named", "gate": "scalar", "file": "checks/named.sql", "equals": "1"}]})";

// A folder with a plan, and files in checks/.
class QueryChecks : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directory(scratch_.Path("checks"));
    plan_ = scratch_.File("plan.json", kPlan);
    scratch_.File("checks/named.sql", "SELECT count(*) FROM public.orders");
  }

  std::string IdsOf(const std::string& file) const {
    std::string ids;
    for (const Check& check : LoadPlan(file, {}).checks) ids += check.id + " ";
    return ids;
  }

  std::string ErrorOf() const {
    try {
      LoadPlan(plan_, {});
    } catch (const PlanError& error) {
      return error.what();
    }
    return "accepted";
  }

  Scratch scratch_;
  std::string plan_;
};

TEST_F(QueryChecks, AreFilesThatThePlanDoesNotName) {
  EXPECT_EQ(IdsOf(plan_), "named ");
  scratch_.File("checks/orders.sql", "SELECT id FROM public.orders WHERE customer IS NULL");
  scratch_.File("checks/a_first.sql", "SELECT id FROM public.orders WHERE paid < 0");
  scratch_.File("checks/notes.txt", "no query");
  EXPECT_EQ(IdsOf(plan_), "named a_first orders ");
}

// Only what runs a file takes it: other texts may mention it.
TEST_F(QueryChecks, StayIfSomethingElseMentionsThem) {
  scratch_.File("checks/orders.sql", "SELECT id FROM public.orders WHERE customer IS NULL");
  std::string plan = kPlan;
  plan.insert(1, R"("summary": "checks/orders.sql", )");
  EXPECT_EQ(IdsOf(scratch_.File("plan.json", plan)), "named orders ");
}

TEST_F(QueryChecks, ChangeThePlansDigest) {
  const std::string before = LoadPlan(plan_, {}).digest;
  scratch_.File("checks/orders.sql", "SELECT id FROM public.orders WHERE customer IS NULL");
  const std::string with = LoadPlan(plan_, {}).digest;
  EXPECT_NE(with, before);
  scratch_.File("checks/orders.sql", "SELECT id FROM public.orders WHERE customer = 0");
  EXPECT_NE(LoadPlan(plan_, {}).digest, with);
}

TEST_F(QueryChecks, StandBesideAnExtendedPlanToo) {
  std::filesystem::create_directories(scratch_.Path("eu/checks"));
  const std::string plan =
      scratch_.File("eu/plan.json", R"({"extends": "../plan.json", "name": "shop-eu"})");
  scratch_.File("checks/orders.sql", "SELECT id FROM public.orders WHERE customer IS NULL");
  scratch_.File("eu/checks/vat.sql", "SELECT id FROM public.orders WHERE vat IS NULL");
  EXPECT_EQ(IdsOf(plan), "named orders vat ");
}

TEST_F(QueryChecks, ThatCannotTellAreRefusedWithTheirFile) {
  const auto ends = [&](const std::string& text, const std::string& end) {
    scratch_.File("checks/orders.sql", text);
    EXPECT_TRUE(ErrorOf().ends_with(end)) << ErrorOf();
    EXPECT_NE(ErrorOf().find("checks/orders.sql:1: check \"orders\": "), std::string::npos);
  };
  ends("", "orders.sql: has no query");
  ends("SELECT id\nFORM a b", "orders.sql: line 2: syntax error at or near \"a\"");
  ends("SELECT id FROM a WHERE false", "orders.sql: never returns a row, so it can't fail");
  scratch_.File("checks/orders.sql", "-- gonogo: phases gaet\nSELECT id FROM a");
  EXPECT_TRUE(
      ErrorOf().ends_with("checks/orders.sql:1: phase \"gaet\" is unknown; did you mean \"gate\"?"))
      << ErrorOf();
  scratch_.File("checks/orders.sql", "-- gonogo: newer syntax\nSELECT id FROM GRAPH_TABLE (a b)");
  EXPECT_EQ(ErrorOf(), "accepted");
}

}  // namespace
}  // namespace gonogo::testing_support
