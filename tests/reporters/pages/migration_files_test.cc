// The folder that `gonogo init` writes.
#include "reporters/pages/migration_files.h"

#include <gtest/gtest.h>

#include "tests/golden/golden.h"

namespace gonogo {
namespace {

NewMigration Shop(const std::string& pipeline) {
  return {.name = "shop",
          .source = "host=old dbname=shop user=gonogo_reader",
          .target = "host=new dbname=shop user=shop",
          .has_stages = true,
          .version = "1.2.3",
          .pipeline = pipeline};
}

TEST(MigrationFiles, HaveAnEnvFileWithoutSecrets) {
  const auto files = MigrationFiles(Shop("none"));
  EXPECT_EQ(files.size(), 2U);
  ExpectGolden("env.example", files.at("env.example"));
  EXPECT_EQ(files.at(".gitignore"),
            "# Secrets, and what gonogo writes.\n.env\n*.key\nevidence/\nselftest/\n");
}

TEST(MigrationFiles, LeaveThePasswordToAService) {
  NewMigration migration = Shop("none");
  migration.source = "application_name=x service=old";
  const std::string text = MigrationFiles(migration).at("env.example");
  EXPECT_NE(text.find("SRC_DB_URL=\"application_name=x service=old\"\n"), std::string::npos)
      << text;
  EXPECT_NE(text.find("TGT_DB_URL=\"host=new dbname=shop user=shop password=\"\n"),
            std::string::npos)
      << text;
}

TEST(MigrationFiles, HaveThePipelineOfChoice) {
  const auto github = MigrationFiles(Shop("github"));
  EXPECT_EQ(github.count(".github/workflows/gonogo-gate.yml"), 1U);
  EXPECT_EQ(github.count(".github/actions/gonogo/action.yml"), 1U);
  const std::string gitlab = MigrationFiles(Shop("gitlab")).at(".gitlab-ci.yml");
  EXPECT_NE(gitlab.find("GONOGO_VERSION: 1.2.3\n"), std::string::npos) << gitlab;
  EXPECT_EQ(gitlab.find("gonogo rehearse"), std::string::npos) << gitlab;
  EXPECT_EQ(MigrationFiles(Shop("jenkins")).count("Jenkinsfile"), 1U);
}

TEST(MigrationFiles, NameOnlyTheTargetOfAChangeInPlace) {
  NewMigration migration = Shop("github");
  migration.source.clear();
  for (const auto& [name, text] : MigrationFiles(migration)) {
    EXPECT_EQ(text.find("SRC_DB_URL"), std::string::npos) << name;
  }
}

TEST(MigrationFiles, SayWhichCommandsComeNext) {
  EXPECT_EQ(
      NextCommands(Shop("none"), "shop"),
      (std::vector<std::string>{"cd shop && cp env.example .env         # then add the passwords",
                                "gonogo plan lint --plan plan.json",
                                "gonogo doctor --plan plan.json --env-file .env",
                                "gonogo stage all --plan plan.json --env-file .env --until gate "
                                "--confirm 'COPY SHOP'"}));
  NewMigration without_stages = Shop("none");
  without_stages.has_stages = false;
  EXPECT_EQ(NextCommands(without_stages, ".").back(),
            "gonogo run gate --plan plan.json --env-file .env");
}

}  // namespace
}  // namespace gonogo
