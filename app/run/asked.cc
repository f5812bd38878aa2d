#include "app/run/asked.h"

#include <fmt/format.h>

#include <utility>

#include "fixtures/system/clock.h"
#include "gates/inquiry/inquiry.h"

namespace gonogo {
namespace {

Server ServerOf(const Side& side) {
  if (side.failure) return {.side = side.name, .error = side.failure->what()};
  const ServerIdentity& identity = *side.identity;
  return {.side = side.name,
          .error = "",
          .address = side.address,
          .version = identity.version,
          .system_identifier = identity.system_identifier.value_or(""),
          .database_oid = identity.database_oid,
          .snapshot = identity.snapshot,
          .wal_lsn = identity.wal_lsn,
          .snapshot_time = identity.snapshot_time,
          .clock = identity.clock,
          .clock_ahead = identity.clock_ahead,
          .in_recovery = identity.in_recovery,
          .throw_away = identity.throw_away};
}

// A server that can't be reached is an error of each case that needs it.
bool IsAnother(const Server& now, const Server& before) {
  return now.error.empty() && (now.system_identifier != before.system_identifier ||
                               now.database_oid != before.database_oid);
}

}  // namespace

struct Asked::Open {
  Open(const RunContext& context, const std::vector<DeclaredCase>& declared, const Effort& effort,
       const PerSide<std::string>& snapshots)
      : pair(OpenPair(context, snapshots)),
        inquiry(pair, {context.plan, context.environment, context.migration}, declared, effort) {}

  Pair pair;
  Inquiry inquiry;
};

Asked::Asked(const RunContext& context, const std::vector<DeclaredCase>& declared,
             const Effort& effort, const PerSide<std::string>& snapshots, std::string sees)
    : context_(context),
      declared_(declared),
      effort_(effort),
      sees_(std::move(sees)),
      open_(std::make_unique<Open>(context, declared, effort, snapshots)) {}

Asked::~Asked() = default;

const Pair& Asked::pair() const { return open_->pair; }

std::vector<Server> Asked::Servers() const {
  return {ServerOf(pair().Of(SideName::kSource)), ServerOf(pair().Of(SideName::kTarget))};
}

CaseResult Asked::Run(const Case& one) { return open_->inquiry.Run(*one.check, *one.subject); }

std::vector<std::string> Asked::Renew(const std::vector<Server>& before) {
  Close();  // first, because connections may be few
  sees_ = UtcNow();
  Replace(std::make_unique<Open>(context_, declared_, effort_, PerSide<std::string>{}));
  const std::vector<Server> now = Servers();
  std::vector<std::string> others;
  for (std::size_t i = 0; i < now.size(); ++i) {
    if (!IsAnother(now[i], before.at(i))) continue;
    others.push_back(fmt::format("the {} is another server than when the run began: {}",
                                 now[i].side, now[i].address));
  }
  return others;
}

void Asked::Cancel() {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (open_) open_->pair.Cancel();
}

void Asked::Close() { Replace(nullptr); }

void Asked::Replace(std::unique_ptr<Open> open) {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    open_.swap(open);
  }
  // What was open is closed here, without the lock.
}

}  // namespace gonogo
