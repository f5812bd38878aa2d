#include "app/shard/shard_index.h"

#include <fmt/format.h>

#include <array>
#include <string>

#include "core/error.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

// How an engine numbers its tasks.
struct Engine {
  const char* index;  // variable
  std::int64_t first;
  const char* count;  // variable; "": a task may be started alone
};

constexpr std::array kEngines = {
    Engine{"JOB_COMPLETION_INDEX", 0, ""},
    Engine{"SLURM_ARRAY_TASK_ID", 1, ""},
    Engine{"CI_NODE_INDEX", 1, "CI_NODE_TOTAL"},
};

std::int64_t NumberIn(const Environment& environment, const std::string& variable) {
  const std::string value = ValueOf(environment, variable);
  const auto number = ParseInteger(value);
  if (!number) throw PlanError(fmt::format("{} isn't a number: \"{}\"", variable, value));
  return *number;
}

bool Has(const Environment& environment, const std::string& variable) {
  return !variable.empty() && !ValueOf(environment, variable).empty();
}

void RequireCount(const Engine& engine, const Environment& environment, std::int64_t shards) {
  if (!Has(environment, engine.count)) return;
  const std::int64_t count = NumberIn(environment, engine.count);
  if (count == shards) return;
  throw PlanError(fmt::format("{} is {}, but the run is shared out to {}: start as many tasks",
                              engine.count, count, Counted(shards, "shard")));
}

std::optional<std::int64_t> IndexOfEngine(const Environment& environment, std::int64_t shards) {
  for (const Engine& engine : kEngines) {
    if (!Has(environment, engine.index)) continue;
    RequireCount(engine, environment, shards);
    return NumberIn(environment, engine.index) - engine.first + 1;
  }
  return std::nullopt;
}

}  // namespace

std::int64_t ShardIndex(std::optional<std::int64_t> given, const Environment& environment,
                        std::int64_t shards) {
  if (!given) given = IndexOfEngine(environment, shards);
  if (!given) {
    throw PlanError(
        "which shard is this? Name it with --shard, from 1, or let an engine set "
        "JOB_COMPLETION_INDEX, SLURM_ARRAY_TASK_ID or CI_NODE_INDEX");
  }
  if (*given >= 1 && *given <= shards) return *given;
  throw PlanError(fmt::format("there is no shard {}: the run is shared out to {}", *given, shards));
}

}  // namespace gonogo
