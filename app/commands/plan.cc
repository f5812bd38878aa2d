// gonogo plan: checks a plan, writes one from a source, or compares one with its source.
#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <memory>
#include <set>

#include "app/commands/commands.h"
#include "app/context/connections.h"
#include "app/context/plan_options.h"
#include "app/exit_status.h"
#include "app/help_page.h"
#include "app/plan/discovery.h"
#include "app/plan/plan_drift.h"
#include "app/plan/plan_file.h"
#include "core/error.h"
#include "core/plan/declared_case.h"
#include "core/text/text.h"
#include "fixtures/pair.h"
#include "fixtures/session/pin.h"
#include "gates/reading/provider_of.h"
#include "reporters/pages/found_histories.h"
#include "reporters/pages/plan_text.h"

namespace gonogo {
namespace {

int Lint(const PlanOptions& options) {
  const Plan plan = LoadPlan(options.plan, EnvironmentOf(options));
  const auto cases = DeclaredCases(plan, {}, {});
  std::cout << fmt::format("{}: {}, {}, {}, {}; OK\n", plan.file, Printable(plan.name),
                           Counted(plan.relations.size(), "relation"),
                           Counted(plan.checks.size(), "check"), Counted(cases.size(), "case"));
  return 0;
}

// Throws DatabaseError if the side can't be opened.
Side OpenOrThrow(const std::string& name, const ConnectionString& endpoint) {
  Side side = OpenSide(name, endpoint, {});
  RequireOpen(side);
  return side;
}

struct DiscoverCommandLine {
  std::string source;
  std::string target;
  std::string name;
  std::vector<std::string> schemas;
  std::vector<std::string> maps;
};

// Parses "public=issuer" into the schemas that get another name.
std::map<std::string, std::string> RenamedSchemas(const std::vector<std::string>& maps) {
  std::map<std::string, std::string> renamed;
  for (const std::string& map : maps) {
    const std::size_t equals = map.find('=');
    if (equals == 0 || equals == std::string::npos || equals + 1 == map.size()) {
      throw PlanError("--map " + map + ": want SOURCE_SCHEMA=TARGET_SCHEMA");
    }
    renamed[map.substr(0, equals)] = map.substr(equals + 1);
  }
  return renamed;
}

// Counts the tables of the plan that the target lacks under the name that the plan gives them.
std::size_t CountMissingTables(const SourceSchema& source, const DiscoveryOptions& options,
                               Session& target) {
  std::set<std::string> on_target;
  for (const SourceTable& table : Discover(target).tables) {
    on_target.insert(QuotedName(table.name));
  }
  std::size_t missing = 0;
  for (const SourceTable& table : source.tables) {
    if (!IsMoved(source, options, table)) continue;
    const auto to = options.renamed.find(table.name.schema);
    const std::string& schema = to == options.renamed.end() ? table.name.schema : to->second;
    if (!on_target.contains(QuotedName({schema, table.name.name}))) ++missing;
  }
  return missing;
}

// Says what the plan can't check, because only the user knows the folders.
void AskForFolders(const std::vector<FoundHistory>& histories) {
  for (const FoundHistory& history : histories) {
    std::cerr << fmt::format(
        "gonogo: note: {} is the history of {}. The plan compares it between the sides. Give the "
        "check migration_history its \"folder\", and add a check with gate migration_safety, to "
        "hold it against the committed migrations\n",
        Printable(QuotedName(history.table)), history.tool);
  }
}

// A plan's name is also that of a folder.
std::string FolderName(const std::string& database) {
  std::string name = Printable(database);
  std::ranges::replace(name, '/', '_');
  std::ranges::replace(name, '\n', '_');
  return name == "." || name == ".." ? "database" : name;
}

// Returns "" if the server is nobody's.
std::string NameOfProvider(Session& session) {
  const Provider* const provider = DetectProvider(session);
  return provider == nullptr ? "" : provider->name;
}

int WritePlan(const DiscoverCommandLine& line) {
  const Side source = OpenOrThrow("source", ParseEndpoint(line.source, "--source"));
  const SourceSchema schema = Discover(*source.session);
  DiscoveryOptions options{.name = line.name.empty() ? FolderName(schema.database) : line.name,
                           .schemas = line.schemas,
                           .renamed = RenamedSchemas(line.maps)};
  options.pins.source = PinFor(*source.session, source.endpoint);
  options.providers.source = NameOfProvider(*source.session);
  if (!line.target.empty()) {
    const Side target = OpenOrThrow("target", ParseEndpoint(line.target, "--target"));
    options.pins.target = PinFor(*target.session, target.endpoint);
    options.providers.target = NameOfProvider(*target.session);
    options.extensions = MovedExtensions(*source.session, *target.session, options.renamed);
    const std::size_t missing = CountMissingTables(schema, options, *target.session);
    if (missing > 0) {
      std::cerr << fmt::format("gonogo: warning: the target lacks {} of the plan\n",
                               Counted(missing, "table"));
    }
  }
  if (schema.unreadable > 0) {
    std::cerr << fmt::format(
        "gonogo: warning: the plan leaves out {} of the source, whose encoding is SQL_ASCII: their names "
        "aren't valid UTF-8. Give them other names; until then, checks that list them are ERRORs\n",
        Counted(schema.unreadable, "object"));
  }
  AskForFolders(HistoriesIn(schema, options));
  if (schema.hides_mapping_options) {
    std::cerr << "gonogo: note: this role can't see the options of all user mappings, so the plan "
                 "doesn't compare them\n";
  }
  std::cout << PlanText(schema, options) << std::flush;
  return 0;
}

struct DriftCommandLine {
  PlanOptions plan;
  std::string source;
  bool json = false;
};

int ShowDrift(const DriftCommandLine& line) {
  const Environment environment = EnvironmentOf(line.plan);
  const Plan plan = LoadPlan(line.plan.plan, environment);
  const Side source =
      OpenOrThrow("source", ResolveEndpoint(plan, SideName::kSource, line.source, environment));
  const auto drifts = DriftOf(plan, Discover(*source.session));
  std::cout << (line.json ? DriftJson(drifts) : DriftText(plan, drifts)) << std::flush;
  return drifts.empty() ? kExitGo : kExitNoGo;
}

void AddLint(CLI::App& plan, int& status) {
  CLI::App* const command = plan.add_subcommand("lint", "check that a plan can be run");
  const auto options = std::make_shared<PlanOptions>();
  options->AddTo(*command);
  AddExamples(*command,
              {"gonogo plan lint --plan plan.json", "GONOGO_PLAN=plan.json gonogo plan lint"});
  command->callback([options, &status] { status = Lint(*options); });
}

void AddDiscover(CLI::App& plan, int& status) {
  CLI::App* const command =
      plan.add_subcommand("discover", "write a plan for everything that the source has");
  const auto line = std::make_shared<DiscoverCommandLine>();
  command->add_option("--source", line->source, "URL of the source")
      ->envname("SRC_DB_URL")
      ->required();
  command->add_option("--target", line->target,
                      "URL of the target, to pin it and to count the tables it lacks");
  command->add_option("--name", line->name, "name of the migration (default: the database)");
  command->add_option("--schema", line->schemas, "a schema to move (repeatable; default: all)")
      ->allow_extra_args(false);
  command->add_option("--map", line->maps, "a schema with another name: public=issuer (repeatable)")
      ->allow_extra_args(false);
  AddExamples(*command,
              {R"(gonogo plan discover --source "$SRC_DB_URL" > plan.json)",
               R"(gonogo plan discover --target "$TGT_DB_URL" --schema public > plan.json)"});
  command->callback([line, &status] { status = WritePlan(*line); });
}

void AddDrift(CLI::App& plan, int& status) {
  CLI::App* const command =
      plan.add_subcommand("drift", "show how the source differs from what the plan says");
  const auto line = std::make_shared<DriftCommandLine>();
  line->plan.AddTo(*command);
  command->add_option("--source", line->source, "URL of the source (default: the plan's)");
  command->add_flag("--json", line->json, "print JSON");
  AddExamples(*command, {"gonogo plan drift --plan plan.json",
                         R"(gonogo plan drift --plan plan.json --source "$SRC_DB_URL")"});
  command->callback([line, &status] { status = ShowDrift(*line); });
}

}  // namespace

void AddPlan(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("plan", "check a plan, write one, or compare one with its source");
  command->require_subcommand(1);
  AddLint(*command, status);
  AddDiscover(*command, status);
  AddDrift(*command, status);
}

}  // namespace gonogo
