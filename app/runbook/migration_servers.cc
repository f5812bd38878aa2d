// The servers of a migration while stages run: locked and identified.
#include "app/runbook/migration_servers.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/operator.h"
#include "core/error.h"
#include "core/json/json.h"
#include "core/record/clocks.h"
#include "fixtures/pair.h"
#include "fixtures/system/clock.h"

namespace gonogo {
namespace {

std::string LockHolder() {
  const Operator current = CurrentOperator();
  return current.user + "@" + current.host;
}

std::string ServerId(const ServerIdentity& identity) {
  return identity.system_identifier.value_or("unknown") + "/" + identity.database_oid;
}

// What the plan says about whose server it is.
std::string ProviderOf(const Plan& plan, SideName side) {
  const auto found = plan.connections.find(ToString(side));
  return found == plan.connections.end() ? "" : found->second.provider;
}

}  // namespace

ConfirmedServers ServersOf(const RunContext& context) {
  const auto& [source, target, pooler] = context.endpoints;
  ConfirmedServers servers{.target = target.WithoutUser(), .lines = {}};
  if (context.plan.has_source()) servers.lines.push_back("source  " + source.ForPeople());
  servers.lines.push_back("target  " + target.ForPeople());
  return servers;
}

MigrationServers::MigrationServers(const RunContext& context)
    : context_(context), lock_(context.endpoints.target, context.plan.limits, LockHolder()) {}

void MigrationServers::Identify(const Ledger& ledger) {
  if (context_.plan.has_source()) {
    IdentifyPair();
  } else {
    IdentifyTarget();
  }
  RequireSameServers(ledger);
}

void MigrationServers::IdentifyPair() {
  Pair pair = OpenPair(context_);
  if (pair.IsOneDatabase()) {
    throw PlanError(fmt::format("source and target are the same database ({})",
                                context_.endpoints.target.ForPeople()));
  }
  throw_away_ = pair.Of(SideName::kSource).identity->throw_away;
  if (throw_away_ != pair.Of(SideName::kTarget).identity->throw_away) {
    throw PlanError("one side belongs to a throw-away pair, but the other doesn't");
  }
  for (const SideName side : kBothSides) {
    Note(side, *pair.Of(side).identity);
  }
}

void MigrationServers::IdentifyTarget() {
  const Side target = OpenSide("target", context_.endpoints.target, context_.plan.limits);
  RequireOpen(target);
  throw_away_ = target.identity->throw_away;
  Note(SideName::kTarget, *target.identity);
}

void MigrationServers::Note(SideName side, const ServerIdentity& identity) {
  ids_[side] = ServerId(identity);
  versions_[side] = identity.version;
  clock_ahead_ = std::max(clock_ahead_, identity.clock_ahead);
  clock_behind_ = std::max(clock_behind_, -identity.clock_ahead);
  if (side == SideName::kTarget) target_in_recovery_ = identity.in_recovery;
  host_ahead_ = std::min(host_ahead_, -identity.clock_ahead);
}

ConfirmedServers MigrationServers::ForPeople() const {
  ConfirmedServers servers = ServersOf(context_);
  for (std::string& line : servers.lines) {
    const SideName side = line.starts_with("source") ? SideName::kSource : SideName::kTarget;
    const std::string& provider = ProviderOf(context_.plan, side);
    line += fmt::format(" (PostgreSQL {}, {}system {})", versions_[side],
                        provider.empty() ? "" : provider + ", ", ids_[side]);
  }
  return servers;
}

std::string MigrationServers::Now() const { return UtcText(UtcClock() + clock_ahead_); }

std::string MigrationServers::EarliestNow() const { return UtcText(UtcClock() - clock_behind_); }

void MigrationServers::RequireHostsClock() const {
  if (host_ahead_ <= kMostClockSkew) return;
  throw PlanError(fmt::format("the clock of this host is {} ahead of the servers': set the clocks",
                              DurationText(host_ahead_)));
}

void MigrationServers::RequirePrimaryTarget() const {
  if (!target_in_recovery_) return;
  throw DatabaseError(
      fmt::format("target: {} is a standby, which takes no writes: promote it, or name its primary",
                  context_.endpoints.target.ForPeople()),
      "25006");
}

void MigrationServers::RequireSameServers(const Ledger& ledger) const {
  for (const LedgerLine& line : ledger.lines) {
    if (line.event != LedgerEvent::kStageBegan) continue;
    for (const SideName side : kBothSides) {
      const std::string name = ToString(side);
      if (line.details.at(name + "_id") == ids_[side]) continue;
      throw PlanError(fmt::format(
          "{} belongs to a migration with another {} ({}): name this migration's folder with --out",
          context_.migration.ledger.string(), name, line.details.at(name).get<std::string>()));
    }
  }
}

}  // namespace gonogo
