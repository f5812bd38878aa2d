// A file with a query in the folder checks/ beside a plan: it is a check of that plan.
#include <string>

#include "app/plan/plan_file.h"
#include "tests/fuzz/refusal.h"
#include "tests/fuzz/small_folder.h"
#include "tests/fuzz/targets/targets.h"

namespace gonogo::fuzz {
namespace {

constexpr const char* kSmallPlan = R"({
  "gonogo": 1,
  "name": "shop",
  "connections": {"source": {"url": {"env": "SRC_DB_URL"}}, "target": {"url": {"env": "TGT_DB_URL"}}},
  "relations": [{"source": "shop.orders", "key": ["id"]}]
})";

}  // namespace

void FeedQueryFile(std::string_view input) {
  const SmallFolder folder;
  folder.Write("plan.json", kSmallPlan);
  folder.Write("checks/orders.sql", input);
  Plan plan;
  if (!IsTaken([&] { plan = LoadPlan(folder.path() / "plan.json", {}); })) return;
  Require(plan.checks.size() == 1 && plan.checks.front().id == "orders",
          "the file isn't a check of the plan");
}

}  // namespace gonogo::fuzz
