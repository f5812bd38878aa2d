// The pipelines check the plan for each change of it, and judge the databases when somebody asks.
#include "reporters/pages/migration_files.h"

#include <fmt/format.h>

namespace gonogo {
namespace {

constexpr const char* kGitHub =
    R"(# Checks the plan for each pull request, and judges the databases by hand (Run workflow).
# gonogo must be installed on the runner, which must reach the databases.
# If this folder isn't the root of the repository: move this file to .github/workflows there, and put
# the folder before plan.json.
name: gonogo {name}
on:
  pull_request:
  workflow_dispatch:
jobs:
  lint:
    runs-on: self-hosted
    steps:
      - uses: actions/checkout@v4
      - run: gonogo plan lint --plan plan.json
  gate:
    if: github.event_name == 'workflow_dispatch'
    needs: lint
    runs-on: self-hosted
    environment: production
    steps:
      - uses: actions/checkout@v4
      - run: gonogo run gate --plan plan.json --out evidence/pipeline
        env:
{github_variables}
      - if: always()
        run: cat evidence/pipeline/summary.md >> "$GITHUB_STEP_SUMMARY" || true
      - if: always()
        uses: actions/upload-artifact@v4
        with:
          name: gonogo-evidence
          path: evidence/
)";

constexpr const char* kGitLab =
    R"(# Checks the plan for each change, and judges the databases by hand.
# gonogo must be installed on the runner, which must reach the databases. Masked variables: {names}.
# If this folder isn't the root of the repository: "include" this file there, and put the folder
# before plan.json.
gonogo-lint:
  script:
    - gonogo plan lint --plan plan.json

gonogo-gate:
  needs: [gonogo-lint]
  when: manual
  environment: production
  script:
    - gonogo run gate --plan plan.json --out evidence/pipeline
  artifacts:
    when: always
    paths: [evidence/]
    reports:
      junit: evidence/pipeline/junit/*.xml
)";

constexpr const char* kJenkins =
    R"(// Checks the plan for each change, and judges the databases if asked for.
// gonogo must be installed on the agent, which must reach the databases. Credentials (secret texts):
// {names}.
// If this folder isn't the root of the repository, put the folder before plan.json.
pipeline {{
  agent any
  parameters {{ booleanParam(name: 'GATE', defaultValue: false, description: 'Judge the databases') }}
  environment {{
{jenkins_variables}
  }}
  stages {{
    stage('lint') {{
      steps {{ sh 'gonogo plan lint --plan plan.json' }}
    }}
    stage('gate') {{
      when {{ expression {{ params.GATE }} }}
      steps {{ sh 'gonogo run gate --plan plan.json --out evidence/pipeline' }}
      post {{
        always {{
          junit testResults: 'evidence/pipeline/junit/*.xml', allowEmptyResults: true
          archiveArtifacts artifacts: 'evidence/**', allowEmptyArchive: true
        }}
      }}
    }}
  }}
}}
)";

std::vector<std::string> Variables(const NewMigration& migration) {
  if (migration.source.empty()) return {"TGT_DB_URL"};
  return {"SRC_DB_URL", "TGT_DB_URL"};
}

// Returns one line for each variable; in `form` {0} is its name.
std::string VariableLines(const NewMigration& migration, const std::string& form) {
  std::string lines;
  for (const std::string& name : Variables(migration)) {
    lines += (lines.empty() ? "" : "\n") + fmt::format(fmt::runtime(form), name);
  }
  return lines;
}

std::string Pipeline(const NewMigration& migration, const char* form) {
  std::string names;
  for (const std::string& name : Variables(migration)) names += (names.empty() ? "" : ", ") + name;
  return fmt::format(
      fmt::runtime(form), fmt::arg("name", migration.name), fmt::arg("names", names),
      fmt::arg("github_variables",
               VariableLines(migration, "          {0}: ${{{{ secrets.{0} }}}}")),
      fmt::arg("jenkins_variables", VariableLines(migration, "    {0} = credentials('{0}')")));
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
                                               ".env\nevidence/\n"}};
  if (migration.pipeline == "github") {
    files[".github/workflows/gonogo.yml"] = Pipeline(migration, kGitHub);
  } else if (migration.pipeline == "gitlab") {
    files[".gitlab-ci.yml"] = Pipeline(migration, kGitLab);
  } else if (migration.pipeline == "jenkins") {
    files["Jenkinsfile"] = Pipeline(migration, kJenkins);
  }
  return files;
}

std::vector<std::string> NextCommands(const NewMigration& migration, const std::string& folder) {
  const std::string go = folder == "." ? "" : "cd " + folder + " && ";
  return {go + "cp env.example .env         # then add the passwords",
          "gonogo plan lint --plan plan.json",
          migration.has_stages ? "gonogo stage all --plan plan.json --env-file .env --until gate"
                               : "gonogo run gate --plan plan.json --env-file .env"};
}

}  // namespace gonogo
