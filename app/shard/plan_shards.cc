#include "app/shard/plan_shards.h"

#include <fmt/format.h>

#include <map>

#include "app/run/run.h"
#include "app/run/runner.h"
#include "app/shard/marks.h"
#include "core/error.h"
#include "core/plan/declared_case.h"
#include "core/values/relation_name.h"
#include "fixtures/pair.h"
#include "fixtures/system/clock.h"
#include "sql/contents.h"

namespace gonogo {
namespace {

// What a case costs besides the rows that it reads.
constexpr std::int64_t kEachCase = 256 * 1024;  // bytes

using Sizes = std::map<std::string, std::int64_t>;  // bytes, by the relation's quoted name

Sizes SizesOf(Session& session) {
  Sizes sizes;
  for (const Row row : session.Query(sql::kBytesOfRelations, {})) {
    if (!row.Maybe("bytes")) continue;
    sizes[QuotedName({row.Text("schema"), row.Text("relation")})] = row.Integer("bytes");
  }
  return sizes;
}

std::int64_t CostOf(const Case& one, const Sizes& sizes) {
  const auto size = sizes.find(Normalised(one.subject->relation));
  return kEachCase + (size == sizes.end() ? 0 : size->second);
}

std::vector<ShardUnit> UnitsOf(const Plan& plan, const RunHeader& header, const Sizes& sizes) {
  std::vector<ShardUnit> units;
  for (const Case& one : CasesOf(plan, header.declared)) {
    units.push_back({.name = one.declared.name(), .cost = CostOf(one, sizes)});
  }
  return units;
}

ShardedSide SideOf(const Side& side, const FrozenMark& mark) {
  return {.address = side.address,
          .system_identifier = side.identity->system_identifier.value_or(""),
          .database_oid = side.identity->database_oid,
          .mark = mark};
}

// A held snapshot was taken before any check passed.
void RequireNoOrder(const RunHeader& header) {
  for (const auto& [check, facts] : header.about) {
    if (!facts.after) continue;
    throw PlanError(fmt::format(
        "check {} comes after check {}, but a held snapshot is older: share the run out without "
        "--hold once {} has passed, or leave check {} to a run of its own",
        check, facts.after->check, facts.after->check, check));
  }
}

}  // namespace

SetFolder PlanShards(const RunContext& context, const RunOptions& options, std::int64_t shards,
                     OneState state, const std::filesystem::path& folder) {
  const Plan& plan = context.plan;
  RequireValidSelection(plan, options.phases, options.checks);
  const RunHeader header = HeaderOf(plan, context.migration, options);
  if (state == OneState::kHeld) RequireNoOrder(header);
  ShardSet set{.run = header.run,
               .tool = header.tool,
               .plan = header.plan,
               .plan_digest = header.plan_digest,
               .arguments = header.arguments,
               .strict = header.strict,
               .phases = header.phases,
               .checks = header.checks,
               .created = UtcNow(),
               .state = state,
               .shards = shards,
               .sides = {},
               .units = {}};
  Pair pair = OpenPair(context);
  for (const SideName side : kBothSides) RequireOpen(pair.Of(side));
  pair.RequireComparable();
  set.units = UnitsOf(plan, header, SizesOf(plan.has_source() ? pair.Source() : pair.Target()));
  ShareOut(set.units, shards);
  for (const auto& [name, mark] : MarksOf(context)) {
    set.sides[name] =
        SideOf(pair.Of(name == "source" ? SideName::kSource : SideName::kTarget), mark);
  }
  return WriteSet(folder, std::move(set));
}

}  // namespace gonogo
