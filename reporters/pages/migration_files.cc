// A service has its password itself, so that the env file leaves no room for it.
#include "reporters/pages/migration_files.h"

#include <fmt/format.h>

#include "core/plan/shown_command.h"
#include "reporters/pages/plan_stages.h"
#include "reporters/pipelines/pipeline.h"

namespace gonogo {
namespace {

// Nothing is rehearsed: a plan that gonogo writes has no sample database.
PipelineFacts FactsOfPipeline(const NewMigration& migration) {
  PipelineFacts facts = {.name = migration.name,
                         .plan = "plan.json",
                         .version = migration.version,
                         .variables = {"SRC_DB_URL", "TGT_DB_URL"}};
  if (migration.source.empty()) facts.variables = {"TGT_DB_URL"};
  return facts;
}

// Returns the line for a URL, with room for the password, which a service has itself.
std::string UrlLine(const std::string& variable, const std::string& url) {
  const bool is_service = (" " + url).find(" service=") != std::string::npos;
  return fmt::format("{}=\"{}{}\"\n", variable, url, is_service ? "" : " password=");
}

std::string EnvironmentFile(const NewMigration& migration) {
  std::string text =
      "# Copy this file to .env and add the passwords (or keep them in .pgpass). gonogo parses it and\n"
      "# never executes it: --env-file .env. Git ignores .env.\n";
  if (!migration.source.empty()) {
    text += "\n# The source. Its role should only read: sql/grants/gonogo.sql creates one.\n";
    text += UrlLine("SRC_DB_URL", migration.source);
  }
  text += migration.source.empty() ? "\n# The database that is changed, as its owner.\n"
                                   : "\n# The target, as the role that will own the tables.\n";
  return text + UrlLine("TGT_DB_URL", migration.target);
}

}  // namespace

std::map<std::string, std::string> MigrationFiles(const NewMigration& migration) {
  std::map<std::string, std::string> files = {{"env.example", EnvironmentFile(migration)},
                                              {".gitignore",
                                               "# Secrets, and what gonogo writes.\n"
                                               ".env\n*.key\nevidence/\nselftest/\n"}};
  if (migration.pipeline != "none") {
    files.merge(PipelineFiles(migration.pipeline, FactsOfPipeline(migration)));
  }
  return files;
}

std::vector<std::string> NextCommands(const NewMigration& migration, const std::string& folder) {
  const std::string go = folder == "." ? "" : "cd " + folder + " && ";
  return {go + "cp env.example .env         # then add the passwords",
          "gonogo plan lint --plan plan.json", "gonogo doctor --plan plan.json --env-file .env",
          migration.has_stages
              ? "gonogo stage all --plan plan.json --env-file .env --until gate --confirm " +
                    ShellWord(FirstPhrase(migration.source.empty(), migration.name))
              : "gonogo run gate --plan plan.json --env-file .env"};
}

}  // namespace gonogo
