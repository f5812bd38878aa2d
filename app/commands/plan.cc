// gonogo plan lint|discover|drift: a plan that can be run, one that is written from the source, and
// what the source has come to hold since.
#include <iostream>
#include <memory>
#include <set>

#include "app/commands/commands.h"
#include "app/commands/options.h"
#include "app/exit_status.h"
#include "app/plan/discovery.h"
#include "app/plan/plan_drift.h"
#include "app/plan/plan_file.h"
#include "app/setting/connections.h"
#include "core/error.h"
#include "core/record/evidence.h"
#include "core/text/text.h"
#include "fixtures/pair.h"
#include "reporters/pages/plan_text.h"

namespace gonogo {
namespace {

int Lint(const PlanOptions& options) {
  const Plan plan = LoadPlan(options.plan, EnvironmentOf(options));
  const auto cases = DeclaredCases(plan, {}, {});
  const auto count = [](std::size_t size, const char* noun) {
    return Counted(static_cast<std::int64_t>(size), noun);
  };
  std::cout << plan.file << ": " << plan.name << ", " << count(plan.relations.size(), "relation")
            << ", " << count(plan.checks.size(), "check") << ", " << count(cases.size(), "case")
            << "; nothing to complain about\n";
  return 0;
}

// Throws DatabaseError where the side does not answer.
Side OpenOrThrow(const std::string& name, const ConnectionString& endpoint) {
  Side side = OpenSide(name, endpoint, {});
  if (side.failure) throw DatabaseError(*side.failure);
  return side;
}

struct DiscoverCommandLine {
  std::string source;
  std::string target;
  std::string name;
  std::vector<std::string> schemas;
  std::vector<std::string> maps;
};

// "public=issuer".
std::map<std::string, std::string> Renamed(const std::vector<std::string>& maps) {
  std::map<std::string, std::string> renamed;
  for (const std::string& map : maps) {
    const std::size_t equals = map.find('=');
    if (equals == 0 || equals == std::string::npos || equals + 1 == map.size()) {
      throw PlanError("--map " + map + ": write SOURCE_SCHEMA=TARGET_SCHEMA");
    }
    renamed[map.substr(0, equals)] = map.substr(equals + 1);
  }
  return renamed;
}

// What the target lacks is no reason not to write a plan; it is said.
void SayWhatIsMissing(const SourceSchema& source, const DiscoveryOptions& wish, Session& target) {
  std::set<std::string> there;
  for (const SourceTable& table : Discover(target).tables) there.insert(QuotedName(table.name));
  std::int64_t missing = 0;
  for (const SourceTable& table : source.tables) {
    if (!IsMoved(source, wish, table)) continue;
    const auto to = wish.renamed.find(table.name.schema);
    const std::string schema = to == wish.renamed.end() ? table.name.schema : to->second;
    if (!there.contains(QuotedName({schema, table.name.name}))) ++missing;
  }
  if (missing > 0) {
    std::cerr << "gonogo: " << Counted(missing, "table")
              << " of the source not on the target, under the name that the plan gives\n";
  }
}

int WritePlan(const DiscoverCommandLine& line) {
  const Side source = OpenOrThrow("source", ParseEndpoint(line.source, "--source"));
  const SourceSchema schema = Discover(*source.session);
  const DiscoveryOptions wish{.name = line.name.empty() ? schema.database : line.name,
                              .schemas = line.schemas,
                              .renamed = Renamed(line.maps)};
  const std::string text = PlanText(schema, wish);
  if (!line.target.empty()) {
    const Side target = OpenOrThrow("target", ParseEndpoint(line.target, "--target"));
    SayWhatIsMissing(schema, wish, *target.session);
  }
  std::cout << text << std::flush;
  return 0;
}

struct DriftCommandLine {
  PlanOptions plan;
  std::string source;
  bool json = false;
};

int SayDrift(const DriftCommandLine& line) {
  Environment environment = EnvironmentOf(line.plan);
  const Plan plan = LoadPlan(line.plan.plan, environment);
  if (!line.source.empty()) SetConnection(plan, "source", line.source, environment);
  const Side source = OpenOrThrow("source", ResolveEndpoint(plan, "source", environment));
  const auto drifts = DriftOf(plan, Discover(*source.session));
  std::cout << (line.json ? DriftJson(drifts) : DriftText(plan, drifts)) << std::flush;
  return drifts.empty() ? kExitGo : kExitNoGo;
}

void AddLint(CLI::App& plan, int& status) {
  CLI::App* const command = plan.add_subcommand("lint", "whether a plan can be run");
  const auto options = std::make_shared<PlanOptions>();
  options->AddTo(*command);
  command->callback([options, &status] { status = Lint(*options); });
}

void AddDiscover(CLI::App& plan, int& status) {
  CLI::App* const command =
      plan.add_subcommand("discover", "write a plan from what the source holds");
  const auto line = std::make_shared<DiscoverCommandLine>();
  command->add_option("--source", line->source, "URL of the source")
      ->envname("SRC_DB_URL")
      ->required();
  command->add_option("--target", line->target, "URL of the target, to say what it lacks");
  command->add_option("--name", line->name, "what the migration is called (default: the database)");
  command->add_option("--schema", line->schemas, "a schema to move (repeatable; default: all)")
      ->allow_extra_args(false);
  command
      ->add_option("--map", line->maps, "a schema that goes to another: public=issuer (repeatable)")
      ->allow_extra_args(false);
  command->callback([line, &status] { status = WritePlan(*line); });
}

void AddDrift(CLI::App& plan, int& status) {
  CLI::App* const command =
      plan.add_subcommand("drift", "what the source has now that the plan does not say");
  const auto line = std::make_shared<DriftCommandLine>();
  line->plan.AddTo(*command);
  command->add_option("--source", line->source, "URL of the source, in place of the plan's");
  command->add_flag("--json", line->json, "as JSON");
  command->callback([line, &status] { status = SayDrift(*line); });
}

}  // namespace

void AddPlan(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("plan", "write a plan, or hold one against its source");
  command->require_subcommand(1);
  AddLint(*command, status);
  AddDiscover(*command, status);
  AddDrift(*command, status);
}

}  // namespace gonogo
