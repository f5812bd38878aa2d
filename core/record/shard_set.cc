#include "core/record/shard_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "core/error.h"
#include "core/json/json_error.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

constexpr int kFormat = 1;

const std::string& StateName(OneState state) {
  static const std::string frozen = "frozen";
  static const std::string held = "held";
  return state == OneState::kFrozen ? frozen : held;
}

OneState StateNamed(const std::string& name) {
  if (name == StateName(OneState::kFrozen)) return OneState::kFrozen;
  if (name == StateName(OneState::kHeld)) return OneState::kHeld;
  throw PlanError("\"state\" must be frozen or held");
}

Json ToJson(const ShardedSide& side) {
  return {{"address", side.address},
          {"system_identifier", side.system_identifier},
          {"database_oid", side.database_oid},
          {"mark", ToJson(side.mark)}};
}

ShardedSide SideIn(const Json& json) {
  return {.address = json.at("address"),
          .system_identifier = json.at("system_identifier"),
          .database_oid = json.at("database_oid"),
          .mark = FrozenMarkIn(json.at("mark"))};
}

void RequireWhole(const ShardSet& set) {
  std::set<std::string> names;
  std::set<std::int64_t> shards;
  for (const ShardUnit& unit : set.units) {
    if (!names.insert(unit.name).second) throw PlanError(unit.name + " is shared out twice");
    if (unit.shard < 1 || unit.shard > set.shards) {
      throw PlanError(fmt::format("{} is for shard {} of {}", unit.name, unit.shard, set.shards));
    }
    shards.insert(unit.shard);
  }
  if (set.shards < 1 || static_cast<std::int64_t>(shards.size()) != set.shards) {
    throw PlanError(fmt::format("{} of {} shards have work", shards.size(), set.shards));
  }
}

ShardSet SetIn(const Json& json) {
  if (json.at("format") != kFormat) throw PlanError(fmt::format("the format isn't {}", kFormat));
  ShardSet set{.run = json.at("run"),
               .tool = json.at("tool"),
               .plan = json.at("plan"),
               .plan_digest = json.at("plan_digest"),
               .arguments = json.at("arguments"),
               .strict = json.at("strict"),
               .phases = json.at("phases"),
               .checks = json.at("checks"),
               .created = json.at("created"),
               .state = StateNamed(json.at("state")),
               .shards = json.at("shards"),
               .sides = {},
               .units = {},
               .fleet = json.value("fleet", "")};
  for (const auto& [name, side] : json.at("sides").items()) set.sides[name] = SideIn(side);
  for (const Json& unit : json.at("units")) {
    set.units.push_back({unit.at("name"), unit.at("cost"), unit.at("shard")});
  }
  RequireWhole(set);
  return set;
}

// The costs of the shards while units are given out.
class Loads {
 public:
  explicit Loads(std::int64_t shards) : loads_(static_cast<std::size_t>(shards)) {}

  std::size_t Least() const {
    return static_cast<std::size_t>(std::min_element(loads_.begin(), loads_.end()) -
                                    loads_.begin());
  }

  std::int64_t Of(std::size_t shard) const { return loads_[shard]; }
  std::int64_t Empty() const { return std::count(loads_.begin(), loads_.end(), 0); }

  // Returns what each shard that has less would have if they got `cost` together.
  std::int64_t LevelWith(std::int64_t cost) const {
    std::vector<std::int64_t> sorted = loads_;
    std::sort(sorted.begin(), sorted.end());
    std::int64_t sum = cost;
    std::int64_t level = 0;
    for (std::size_t i = 0; i < sorted.size() && (i == 0 || sorted[i] < level); ++i) {
      sum += sorted[i];
      level = sum / static_cast<std::int64_t>(i + 1);
    }
    return level;
  }

  void Give(ShardUnit& unit, std::size_t shard) {
    unit.shard = static_cast<std::int64_t>(shard) + 1;
    loads_[shard] += unit.cost;
  }

 private:
  std::vector<std::int64_t> loads_;
};

std::int64_t CostOf(const std::vector<ShardUnit*>& units) {
  return std::accumulate(units.begin(), units.end(), std::int64_t{0},
                         [](std::int64_t sum, const ShardUnit* unit) { return sum + unit->cost; });
}

void GiveLargestFirst(std::vector<ShardUnit*> units, Loads& loads) {
  std::stable_sort(units.begin(), units.end(), [](const ShardUnit* one, const ShardUnit* other) {
    return one->cost > other->cost;
  });
  for (ShardUnit* unit : units) loads.Give(*unit, loads.Least());
}

// Fills one shard after the other. Leaves none empty.
void GiveInOrder(const std::vector<ShardUnit*>& units, Loads& loads) {
  const std::int64_t level = loads.LevelWith(CostOf(units));
  std::size_t shard = loads.Least();
  auto left = static_cast<std::int64_t>(units.size());
  for (ShardUnit* unit : units) {
    if (loads.Of(shard) >= level || left == loads.Empty()) shard = loads.Least();
    loads.Give(*unit, shard);
    --left;
  }
}

}  // namespace

std::vector<std::string> ShardSet::UnitsOf(std::int64_t shard) const {
  std::vector<std::string> names;
  for (const ShardUnit& unit : units) {
    if (unit.shard == shard) names.push_back(unit.name);
  }
  return names;
}

void ShareOut(std::vector<ShardUnit>& units, std::int64_t shards, const std::string& called) {
  if (static_cast<std::int64_t>(units.size()) < shards) {
    throw PlanError(fmt::format("{} can't be shared out to {} shards: use --shards {}",
                                Counted(units.size(), called), shards, units.size()));
  }
  constexpr std::int64_t kSmallPart = 50;  // a shard may have one such part too much
  std::vector<ShardUnit*> all;
  for (ShardUnit& unit : units) all.push_back(&unit);
  const std::int64_t small = CostOf(all) / shards / kSmallPart;
  const auto first_small = std::stable_partition(
      all.begin(), all.end(), [&](const ShardUnit* unit) { return unit->cost > small; });
  Loads loads(shards);
  GiveLargestFirst({all.begin(), first_small}, loads);
  GiveInOrder({first_small, all.end()}, loads);
}

Json ToJson(const ShardSet& set) {
  Json sides = Json::object();
  for (const auto& [name, side] : set.sides) sides[name] = ToJson(side);
  Json units = Json::array();
  for (const ShardUnit& unit : set.units) {
    units.push_back({{"name", unit.name}, {"cost", unit.cost}, {"shard", unit.shard}});
  }
  Json json = {{"format", kFormat},
               {"run", set.run},
               {"tool", set.tool},
               {"plan", set.plan},
               {"plan_digest", set.plan_digest},
               {"arguments", set.arguments},
               {"strict", set.strict},
               {"phases", set.phases},
               {"checks", set.checks},
               {"created", set.created},
               {"state", StateName(set.state)},
               {"shards", set.shards},
               {"sides", std::move(sides)},
               {"units", std::move(units)}};
  if (!set.fleet.empty()) json["fleet"] = set.fleet;
  return json;
}

ShardSet ParseShardSet(const std::string& text, const std::string& file) {
  try {
    return SetIn(ParseRecord(text));
  } catch (const std::exception& error) {
    throw PlanError(fmt::format("{}: {}", file, WhatIsWrong(error)));
  }
}

}  // namespace gonogo
