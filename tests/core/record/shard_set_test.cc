// How a run is shared out.
#include "core/record/shard_set.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/error.h"

namespace gonogo {
namespace {

std::vector<ShardUnit> Units(const std::vector<std::int64_t>& costs) {
  std::vector<ShardUnit> units;
  for (const std::int64_t cost : costs) {
    units.push_back({.name = "rows.t" + std::to_string(units.size()), .cost = cost});
  }
  return units;
}

std::map<std::int64_t, std::int64_t> Loads(const std::vector<ShardUnit>& units) {
  std::map<std::int64_t, std::int64_t> loads;
  for (const ShardUnit& unit : units) loads[unit.shard] += unit.cost;
  return loads;
}

// By the largest shard's cost to the mean.
double Unevenness(const std::vector<ShardUnit>& units) {
  std::int64_t most = 0;
  std::int64_t all = 0;
  const auto loads = Loads(units);
  for (const auto& [shard, load] : loads) {
    most = std::max(most, load);
    all += load;
  }
  return static_cast<double>(most) * static_cast<double>(loads.size()) / static_cast<double>(all);
}

TEST(ShareOut, GivesShardsTheSameCost) {
  std::vector<std::int64_t> costs;
  for (std::int64_t i = 1; i <= 2000; ++i) costs.push_back(256 + i * i % 9973);
  std::vector<ShardUnit> units = Units(costs);
  ShareOut(units, 8);
  EXPECT_LT(Unevenness(units), 1.02);
}

TEST(ShareOut, GivesLargeUnitsAShardEach) {
  std::vector<ShardUnit> units = Units({1, 9'000, 1, 9'000, 1, 9'000, 1});
  ShareOut(units, 3);
  EXPECT_LT(Unevenness(units), 1.001);
}

TEST(ShareOut, KeepsSmallUnitsTogether) {
  std::vector<ShardUnit> units = Units(std::vector<std::int64_t>(1000, 1));
  ShareOut(units, 4);
  std::size_t changes = 0;
  for (std::size_t i = 1; i < units.size(); ++i) changes += units[i].shard != units[i - 1].shard;
  EXPECT_EQ(changes, 3);
  EXPECT_LT(Unevenness(units), 1.01);
}

TEST(ShareOut, LeavesNoShardEmpty) {
  for (const auto& costs : std::vector<std::vector<std::int64_t>>{{1'000'000, 1, 3, 1},
                                                                  {1'000'000, 3, 1, 1},
                                                                  {1, 1, 1, 1},
                                                                  {1'000'000, 1'000'000, 1, 50}}) {
    std::vector<ShardUnit> units = Units(costs);
    ShareOut(units, 4);
    EXPECT_EQ(Loads(units).size(), 4);
  }
}

TEST(ShareOut, RefusesMoreShardsThanCases) {
  std::vector<ShardUnit> units = Units({1, 1});
  try {
    ShareOut(units, 3);
    FAIL();
  } catch (const PlanError& error) {
    EXPECT_STREQ(error.what(), "2 cases can't be shared out to 3 shards: use --shards 2");
  }
}

ShardSet SmallSet() {
  ShardSet set{.run = "20260221T093000Z-1f3a",
               .tool = "gonogo 0.1.0",
               .plan = "shop",
               .plan_digest = "d1",
               .arguments = "d2",
               .strict = true,
               .phases = {"gate"},
               .checks = {},
               .created = "2026-02-21T09:30:00.000Z",
               .state = OneState::kHeld,
               .shards = 2,
               .sides = {{"target",
                          {.address = "reader@new:5432/shop",
                           .system_identifier = "7",
                           .database_oid = "16384",
                           .mark = {.snapshot = "9:9:", .rows = "d3"}}}},
               .units = Units({7, 8})};
  ShareOut(set.units, 2);
  return set;
}

void ExpectRefusal(Json json, const std::string& words) {
  try {
    ParseShardSet(ToText(json), "shards.json");
    FAIL() << "was read: " << json;
  } catch (const PlanError& error) {
    EXPECT_EQ(error.what(), "shards.json: " + words);
  }
}

TEST(ShardSet, IsReadAsItWasWritten) {
  const Json json = ToJson(SmallSet());
  EXPECT_EQ(ToJson(ParseShardSet(ToText(json), "shards.json")), json);
}

TEST(ShardSet, IsRefusedIfItLacksAPart) {
  const Json json = ToJson(SmallSet());
  for (const auto& [key, value] : json.items()) {
    Json less = json;
    less.erase(key);
    ExpectRefusal(less, "the key \"" + key + "\" is missing");
  }
}

TEST(ShardSet, IsRefusedIfItContradictsItself) {
  Json twice = ToJson(SmallSet());
  twice["units"][1]["name"] = twice["units"][0]["name"];
  ExpectRefusal(twice, "rows.t0 is shared out twice");
  Json nobody = ToJson(SmallSet());
  nobody["units"][1]["shard"] = 3;
  ExpectRefusal(nobody, "rows.t1 is for shard 3 of 2");
  Json empty = ToJson(SmallSet());
  empty["units"].erase(0);
  ExpectRefusal(empty, "1 of 2 shards have work");
  Json state = ToJson(SmallSet());
  state["state"] = "thawed";
  ExpectRefusal(state, "\"state\" must be frozen or held");
}

TEST(FrozenMark, TellsThatNobodyWrote) {
  const FrozenMark before{.snapshot = "9:9:", .rows = "a"};
  EXPECT_EQ(WhyNotFrozen("source", before, before), "");
  EXPECT_EQ(WhyNotFrozen("source", before, {.snapshot = "9:12:", .rows = "b"}),
            "rows or relations of the source changed");
  // Analyze ended meanwhile, or a transaction whose counters the server hasn't sent yet.
  EXPECT_EQ(
      WhyNotFrozen("source", before, {.snapshot = "9:12:", .rows = "a"}),
      "transactions ended on the source whose counters the server doesn't show at once before "
      "PostgreSQL 15");
  EXPECT_EQ(WhyNotFrozen("source", before, {.snapshot = "9:12:", .rows = "a", .is_settled = true}),
            "");
}

}  // namespace
}  // namespace gonogo
