// gonogo init: writes the folder of a new migration: plan, environment, pipeline.
#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <iostream>
#include <memory>

#include "app/cli/help_page.h"
#include "app/commands/commands.h"
#include "app/commands/new_files.h"
#include "app/commands/plan_request.h"
#include "app/exit_status.h"
#include "app/plan/plan_file.h"
#include "app/version.h"
#include "core/error.h"
#include "core/plan/plan.h"
#include "core/text/text.h"
#include "fixtures/connection/connection_string.h"
#include "fixtures/programs/client_program.h"
#include "fixtures/system/interrupt.h"
#include "fixtures/system/text_file.h"
#include "reporters/pages/migration_files.h"
#include "reporters/pipelines/pipeline.h"

namespace gonogo {
namespace {

namespace fs = std::filesystem;

struct InitCommandLine {
  PlanRequest request;
  std::string folder = ".";
  std::vector<std::string> sql;
  std::string pipeline;
  bool yes = false;
  bool dry_run = false;
};

// Asks on the terminal. Returns `otherwise` for an empty line.
std::string Ask(const std::string& question, const std::string& otherwise = "") {
  std::cerr << question << (otherwise.empty() ? "" : " [" + otherwise + "]") << ": " << std::flush;
  std::string answer;
  if (!std::getline(std::cin, answer)) throw PlanError("no answer; nothing was written");
  const std::string_view trimmed = Trim(answer);
  return trimmed.empty() ? otherwise : std::string(trimmed);
}

bool AskWhether(const std::string& question) {
  const std::string answer = Ask(question + " (y/n)", "n");
  return answer == "y" || answer == "yes";
}

void AskForRest(InitCommandLine& line) {
  PlanRequest& request = line.request;
  if (!request.in_place && request.source.empty()) {
    request.in_place = AskWhether("Is one database changed in place, without a move");
  }
  if (!request.in_place && request.source.empty()) request.source = Ask("URL of the source");
  if (request.target.empty()) {
    request.target = Ask(request.in_place ? "URL of the database" : "URL of the target");
  }
  if (line.pipeline.empty()) {
    line.pipeline = Ask(fmt::format("Pipeline: {} or none", Join(PipelineHosts(), ", ")), "none");
  }
}

// Returns the connection string as key=value pairs without secrets.
std::string WithoutPassword(const std::string& url, const std::string& name) {
  if (url.empty()) return "";
  const ConnectionString parsed = ParseEndpoint(GivenUrl(url), name);
  std::vector<std::string> pairs;
  for (const auto& [key, value] : parsed.options) {
    if (key == "password" || key == "sslpassword" || key == "passfile") continue;
    const bool is_plain = value.find_first_of(" '\"\\$") == std::string::npos && !value.empty();
    pairs.push_back(key + "=" + (is_plain ? value : "'" + value + "'"));
  }
  return Join(pairs, " ");
}

// Returns the source's schema as SQL that stage schema can execute.
std::string DumpedSchema(const PlanRequest& request, const NewPlan& plan) {
  std::vector<std::string> words = {"--schema-only"};
  if (!plan.keeps_owners) words.emplace_back("--no-owner");
  if (!plan.keeps_privileges) words.emplace_back("--no-privileges");
  for (const std::string& schema : request.schemas) words.push_back("--schema=\"" + schema + "\"");
  const std::string dump = RunDump(ParseEndpoint(GivenUrl(request.source), "--source"), words,
                                   Limits().lock_timeout, WasInterrupted);
  return "-- Written by pg_dump, and yours to edit. Stage schema executes it.\n" +
         ExecutableScript(dump);
}

// A path as the plan names it, which is relative to the plan's folder.
std::string FromFolder(const std::string& path, const std::string& folder) {
  if (path.empty()) return "";
  return fs::absolute(path)
      .lexically_normal()
      .lexically_relative(fs::absolute(folder).lexically_normal())
      .string();
}

NewMigration MigrationOf(const InitCommandLine& line, const NewPlan& plan) {
  return {.name = plan.name,
          .source = WithoutPassword(line.request.source, "--source"),
          .target = WithoutPassword(line.request.target, "--target"),
          .has_stages = plan.stages != StagesBy::kNone,
          .version = kVersion,
          .pipeline = line.pipeline};
}

// Completes what the user asks for. Throws PlanError.
void Complete(InitCommandLine& line, bool asks) {
  PlanRequest& request = line.request;
  if (asks) AskForRest(line);
  if (line.pipeline.empty()) line.pipeline = "none";
  if (request.target.empty()) throw PlanError("no target: give --target URL, or set TGT_DB_URL");
  if (request.in_place) request.source.clear();
  RequireUrls(request);
  RequireFolder(request);
  const bool has_sql = request.in_place || !line.sql.empty();
  if (has_sql && request.stages.empty()) request.stages = "steps";
  request.migrations = FromFolder(request.migrations, line.folder);
  for (const std::string& file : line.sql) {
    if (!fs::is_regular_file(file)) throw PlanError("--sql " + file + ": no such file");
  }
  for (const std::string& file : line.sql) request.steps.push_back(FromFolder(file, line.folder));
}

constexpr const char* kSchemaFile = "plan.schema.json";

// Names the schema in the plan, so that editors complete and check it.
std::string WithSchema(const std::string& plan) {
  const std::size_t begin = plan.find('{') + 1;  // after comments
  return fmt::format("{}\n  \"$schema\": \"{}\",{}", plan.substr(0, begin), kSchemaFile,
                     plan.substr(begin));
}

void SayWhatIsNext(const InitCommandLine& line, const NewMigration& migration,
                   const std::map<std::string, std::string>& files, const std::string& to_write) {
  for (const auto& [name, text] : files) {
    std::cout << "wrote " << (fs::path(line.folder) / name).string() << "\n";
  }
  if (!to_write.empty()) {
    std::cout << "write " << (fs::path(line.folder) / to_write).string()
              << ": the SQL of the change, which stage schema executes\n";
  }
  std::cout << "next:\n";
  for (const std::string& command : NextCommands(migration, line.folder)) {
    std::cout << "  " << command << "\n";
  }
}

int Init(InitCommandLine line) {
  const bool is_terminal = isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1;
  const bool asks = is_terminal && !line.yes;
  Complete(line, asks);
  NewPlan plan = WriteNewPlan(line.request);
  const NewMigration migration = MigrationOf(line, plan);
  auto files = MigrationFiles(migration);
  files["plan.json"] = WithSchema(plan.text);
  files[kSchemaFile] = SchemaOfPlans();
  if (plan.to_write == "schema.sql") {
    files[plan.to_write] = DumpedSchema(line.request, plan);
    plan.to_write.clear();
  }
  for (const std::string& text : plan.report) std::cerr << "gonogo: " << text << "\n";
  if (line.dry_run) {
    files[kSchemaFile] = "what `gonogo plan schema` prints\n";
    PrintFiles(std::cout, line.folder, files);
    return kExitGo;
  }
  const std::string question =
      fmt::format("Write {} into {}", Counted(files.size(), "file"), line.folder);
  if (asks && !AskWhether(question)) {
    std::cerr << "gonogo: nothing was written\n";
    return kExitUsage;
  }
  WriteNewFiles("gonogo init", line.folder, files);
  SayWhatIsNext(line, migration, files, plan.to_write);
  return kExitGo;
}

}  // namespace

void AddInit(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("init", "write the folder of a new migration: plan, env file, pipeline");
  const auto line = std::make_shared<InitCommandLine>();
  command->add_option("folder", line->folder, "the folder (default: the current one)");
  AddPlanRequestTo(*command, line->request);
  command->get_option("--target")->envname("TGT_DB_URL");
  command->add_option("--sql", line->sql, "SQL file that stage schema executes (repeatable)")
      ->allow_extra_args(false);
  std::vector<std::string> pipelines = PipelineHosts();
  pipelines.emplace_back("none");
  command
      ->add_option("--pipeline", line->pipeline, Join(PipelineHosts(), ", ") + " or none (default)")
      ->check(CLI::IsMember(pipelines));
  command->add_flag("--yes", line->yes, "ask nothing");
  command->add_flag("--dry-run", line->dry_run, "print the files and write nothing");
  AddExamples(*command,
              {"gonogo init shop --source \"$SRC_DB_URL\" --target \"$TGT_DB_URL\"",
               "gonogo init change-42 --in-place --sql change.sql --pipeline gitlab --yes"});
  command->callback([line, &status] { status = Init(*line); });
}

}  // namespace gonogo
