#include "app/shard/marks.h"

#include <algorithm>
#include <chrono>

#include "app/progress.h"
#include "fixtures/session/snapshot_session.h"
#include "fixtures/system/interrupt.h"
#include "sql/sessions.h"

namespace gonogo {
namespace {

// A backend sends its counters 10 s after it became idle at the latest (PGSTAT_IDLE_INTERVAL).
constexpr std::chrono::seconds kUntilSent{11};

struct Look {
  FrozenMark mark;
  bool sends_when_idle = false;
};

Look LookAt(const std::string& side, const ConnectionString& endpoint, const Limits& limits) {
  const auto session = OpenSnapshot(endpoint, side, limits);
  const Rows rows = session->Query(sql::kFrozenMark, {});
  return {.mark = {.snapshot = rows.Only().Text("snapshot"), .rows = rows.Only().Text("rows")},
          .sends_when_idle = rows.Only().Boolean("sends_when_idle")};
}

std::map<std::string, Look> LookAtAll(const RunContext& context) {
  const auto& [source, target, pooler] = context.endpoints;
  const Limits& limits = context.plan.limits;
  std::map<std::string, Look> looks;
  if (context.plan.has_source()) looks["source"] = LookAt("source", source, limits);
  looks["target"] = LookAt("target", target, limits);
  return looks;
}

std::map<std::string, FrozenMark> MarksIn(const std::map<std::string, Look>& looks) {
  std::map<std::string, FrozenMark> marks;
  for (const auto& [side, look] : looks) marks[side] = look.mark;
  return marks;
}

bool MayTellMoreLater(const FrozenMark& before, const Look& now) {
  return before.snapshot != now.mark.snapshot && before.rows == now.mark.rows &&
         now.sends_when_idle;
}

}  // namespace

std::map<std::string, FrozenMark> MarksOf(const RunContext& context) {
  return MarksIn(LookAtAll(context));
}

std::map<std::string, FrozenMark> MarksSince(const std::map<std::string, FrozenMark>& before,
                                             const RunContext& context) {
  auto looks = LookAtAll(context);
  const bool may_tell_more = std::any_of(looks.begin(), looks.end(), [&](const auto& look) {
    return MayTellMoreLater(before.at(look.first), look.second);
  });
  if (!may_tell_more) return MarksIn(looks);
  ShowProgressLine("  ...    transactions ended meanwhile; waiting for what the servers count");
  SleepUntil(std::chrono::steady_clock::now() + kUntilSent);
  ClearProgressLine();
  auto marks = MarksOf(context);
  for (auto& [side, mark] : marks) mark.is_settled = looks.at(side).sends_when_idle;
  return marks;
}

}  // namespace gonogo
