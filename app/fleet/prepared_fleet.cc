// Collects what is wrong with the databases, so that somebody can mend all of them at once. Values
// are in no message.
#include "app/fleet/prepared_fleet.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "app/context/connections.h"
#include "app/context/migration_of.h"
#include "app/fleet/plan_variables.h"
#include "app/operator.h"
#include "app/pipeline_url.h"
#include "app/plan/plan_file.h"
#include "app/process_environment.h"
#include "app/run/run.h"
#include "core/error.h"
#include "core/fleet/shared_targets.h"
#include "core/plan/shown_command.h"
#include "core/text/env_file.h"
#include "core/text/suggestion.h"
#include "core/text/text.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kMostFaults = 10;

// The variables of a database: its row's, and those of its env file.
Environment OwnVariables(const FleetDatabase& database) {
  Environment own;
  if (!database.env_file.empty()) {
    const std::string file = database.env_file.string();
    own = ParseEnvFile(ReadTextFile(file), file);
  }
  for (const auto& [variable, value] : database.values) {
    const bool is_in_file = !ValueOf(own, variable).empty();
    if (Trim(value).empty()) {
      if (is_in_file) continue;
      throw PlanError(
          fmt::format("{} is empty, and {} doesn't have it", variable, database.env_file.string()));
    }
    if (is_in_file) {
      throw PlanError(fmt::format("{} is in the fleet's file and in {}: give it once", variable,
                                  database.env_file.string()));
    }
    own[variable] = value;
  }
  return own;
}

std::vector<FleetMember> MembersOf(const Fleet& fleet) {
  std::vector<FleetMember> members;
  for (const FleetDatabase& one : fleet.databases) members.push_back(one.member);
  return members;
}

class Preparation {
 public:
  Preparation(const Fleet& fleet, const PlanOptions& options)
      : fleet_(fleet),
        common_(EnvironmentOf(options)),
        document_(ReadPlanDocument(options.plan)),
        said_(MembersOf(fleet)) {
    common_.erase("GONOGO_ENV_FILE");  // a child would read it over the database's own
    common_.erase(kEnvFileRead);
  }

  PreparedFleet Prepare(const std::vector<std::string>& names) && {
    RequireKnown(names);
    for (const FleetDatabase& one : fleet_.databases) {
      if (!names.empty() && std::find(names.begin(), names.end(), one.member.name) == names.end()) {
        continue;
      }
      try {
        Add(one);
      } catch (const PlanError& error) {
        faults_.push_back(fmt::format("{}: {}", one.where, error.what()));
      }
    }
    ThrowFaults();
    return {.file = fleet_.file,
            .plan = std::move(*plan_),
            .rows = static_cast<std::int64_t>(fleet_.databases.size()),
            .databases = std::move(databases_)};
  }

 private:
  void RequireKnown(const std::vector<std::string>& names) const {
    std::vector<std::string> known;
    for (const FleetDatabase& one : fleet_.databases) known.push_back(one.member.name);
    for (const std::string& name : names) {
      if (std::find(known.begin(), known.end(), name) != known.end()) continue;
      throw PlanError(UnknownName("database", name, known));
    }
  }

  void Add(const FleetDatabase& database) {
    PreparedDatabase one{
        .member = database.member, .own = OwnVariables(database), .environment = common_};
    for (const auto& [variable, value] : one.own) one.environment[variable] = value;
    if (database.values.empty()) one.environment[kEnvFileRead] = database.env_file.string();
    Plan plan = ReadPlan(document_, one.environment);
    RequireKnownVariables(database, plan);
    RequireOwnServers(one, plan);
    RequireOwnTarget(database, ResolveEndpoints(plan, {}, one.environment).target);
    if (ValueOf(one.own, "GONOGO_MIGRATION").empty()) {
      const MigrationFolder shared = MigrationFolderOf(common_, plan.name);
      Export(MigrationFolderAt(shared.folder / kDatabasesFolder / one.member.name, one.environment),
             one.environment);
    }
    if (!plan_)
      plan_ = std::move(plan);
    else
      RequireSameFiles(plan);
    databases_.push_back(std::move(one));
  }

  void RequireKnownVariables(const FleetDatabase& database, const Plan& plan) {
    if (variables_.empty()) variables_ = VariablesOf(document_, plan);
    for (const auto& [variable, value] : database.values) {
      if (variables_.contains(variable)) continue;
      throw PlanError(
          fmt::format("the plan names no variable \"{}\": correct the column, or give "
                      "it in an env_file",
                      Printable(variable)));
    }
  }

  static void RequireOwnServers(const PreparedDatabase& one, const Plan& plan) {
    for (const auto& [side, connection] : plan.connections) {
      if (side != "source" && side != "target") continue;
      if (connection.variable.empty()) {
        if (side == "source") continue;
        throw PlanError(fmt::format(
            "the plan has one {} for all: a fleet needs {{\"env\": NAME}} as its URL", side));
      }
      if (!ValueOf(one.own, connection.variable).empty()) continue;
      throw PlanError(
          fmt::format("no {}: give {} in its row or its env_file; other values of it don't count",
                      side, connection.variable));
    }
  }

  void RequireOwnTarget(const FleetDatabase& database, const ConnectionString& target) {
    const std::string& name = database.member.name;
    const auto [first, is_new] = targets_.emplace(DestinationOf(target), name);
    if (is_new || said_.AreOne(name, first->second)) return;
    throw PlanError(fmt::format(
        "it has the same target as {}: correct its URL, or say \"same_target_as\"", first->second));
  }

  void RequireSameFiles(const Plan& plan) const {
    if (plan.digest == plan_->digest) return;
    throw PlanError(fmt::format(
        "the plan names other files in its environment than in that of {}: a fleet is gated under "
        "one plan",
        databases_.front().member.name));
  }

  void ThrowFaults() const {
    if (faults_.empty()) return;
    std::vector<std::string> shown(
        faults_.begin(),
        faults_.begin() + static_cast<std::ptrdiff_t>(std::min(faults_.size(), kMostFaults)));
    if (faults_.size() > kMostFaults) {
      shown.push_back(
          fmt::format("and {}", Counted(faults_.size() - kMostFaults, "more database")));
    }
    throw PlanError(Join(shown, "\ngonogo: "));
  }

  const Fleet& fleet_;
  Environment common_;  // of all databases
  PlanDocument document_;
  std::optional<Plan> plan_;
  std::set<std::string> variables_;
  SaidTargets said_;
  std::map<std::string, std::string> targets_;  // the first database with each
  std::vector<PreparedDatabase> databases_;
  std::vector<std::string> faults_;
};

}  // namespace

PreparedFleet PrepareFleet(const Fleet& fleet, const PlanOptions& options,
                           const std::vector<std::string>& names) {
  return Preparation(fleet, options).Prepare(names);
}

FleetHeader FleetHeaderOf(const PreparedFleet& fleet, const RunOptions& options) {
  const Operator current = CurrentOperator();
  FleetHeader header{.run = NewRunId(),
                     .tool = ToolName(),
                     .plan = fleet.plan.name,
                     .plan_file = fleet.plan.file,
                     .file = fleet.file,
                     .plan_digest = fleet.plan.digest,
                     .strict = options.strict,
                     .phases = PhaseNames(options.phases),
                     .checks = options.checks,
                     .rows = fleet.rows,
                     .started = UtcNow(),
                     .who = current.user,
                     .host = current.host,
                     .pipeline = PipelineUrl(ProcessEnvironment())};
  for (const PreparedDatabase& one : fleet.databases) header.databases.push_back(one.member);
  return header;
}

}  // namespace gonogo
