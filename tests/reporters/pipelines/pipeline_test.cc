// The pipelines of ci/pipelines/ and action.yml are what the program writes, and what users name
// stays what it is: a name.
#include "reporters/pipelines/pipeline.h"

#include <gtest/gtest.h>

#include "app/version.h"
#include "core/error.h"
#include "tests/golden/golden.h"

namespace gonogo {
namespace {

PipelineFacts ShopFacts(int shards = 1) {
  return {.name = "shop",
          .plan = "plan.json",
          .version = kVersion,
          .variables = {"SRC_DB_URL", "TGT_DB_URL"},
          .rehearses = true,
          .shards = shards};
}

void ExpectKept(const std::string& file, const std::string& text) {
  ExpectGolden("../../" + file, text);
}

TEST(Pipelines, OfGithubAreThoseOfTheRepository) {
  const auto files = PipelineFiles("github", ShopFacts());
  EXPECT_EQ(files.size(), 3U);
  const std::string folder = "ci/pipelines/github/";
  ExpectKept(folder + "gonogo-rehearsal.yml", files.at(".github/workflows/gonogo-rehearsal.yml"));
  ExpectKept(folder + "gonogo-gate.yml", files.at(".github/workflows/gonogo-gate.yml"));
  ExpectKept(folder + "gonogo-gate-shards.yml",
             PipelineFiles("github", ShopFacts(4)).at(".github/workflows/gonogo-gate.yml"));
  ExpectKept("action.yml", files.at(".github/actions/gonogo/action.yml"));
}

TEST(Pipelines, OfOtherHostsAreThoseOfTheRepository) {
  ExpectKept("ci/pipelines/gitlab-ci.yml",
             PipelineFiles("gitlab", ShopFacts()).at(".gitlab-ci.yml"));
  ExpectKept("ci/pipelines/gitlab-ci-shards.yml",
             PipelineFiles("gitlab", ShopFacts(4)).at(".gitlab-ci.yml"));
  ExpectKept("ci/pipelines/Jenkinsfile", PipelineFiles("jenkins", ShopFacts()).at("Jenkinsfile"));
  ExpectKept("ci/pipelines/azure-pipelines.yml",
             PipelineFiles("azure", ShopFacts()).at("azure-pipelines.yml"));
  ExpectKept("ci/pipelines/kubernetes.yaml",
             PipelineFiles("kubernetes", ShopFacts()).at("gonogo.yaml"));
}

TEST(Pipelines, LeaveNoWordOfAFormUnfilled) {
  for (const std::string& host : PipelineHosts()) {
    for (const auto& [name, text] : PipelineFiles(host, ShopFacts())) {
      for (std::size_t at = text.find('@'); at != std::string::npos; at = text.find('@', at + 1)) {
        const std::size_t end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", at + 1);
        EXPECT_TRUE(end == std::string::npos || text[end] != '@' || end == at + 1)
            << name << ": " << text.substr(at, end - at + 1);
      }
    }
  }
}

TEST(Pipelines, OnlyCheckAPlanThatCantBeRehearsed) {
  PipelineFacts facts = ShopFacts();
  facts.rehearses = false;
  for (const std::string& host : {"gitlab", "jenkins", "azure"}) {
    const std::string text = PipelineFiles(host, facts).begin()->second;
    EXPECT_EQ(text.find("gonogo rehearse"), std::string::npos) << text;
    EXPECT_NE(text.find("gonogo plan lint"), std::string::npos) << text;
  }
  const std::string text =
      PipelineFiles("github", facts).at(".github/workflows/gonogo-rehearsal.yml");
  EXPECT_NE(text.find("command: lint\n"), std::string::npos) << text;
}

TEST(Pipelines, HaveTheNameInPlainCharacters) {
  PipelineFacts facts = ShopFacts();
  facts.name = "Shop's: \"2\"\n${{ secrets.X }} @phrase@ #";
  for (const std::string& host : PipelineHosts()) {
    for (const auto& [name, text] : PipelineFiles(host, facts)) {
      EXPECT_EQ(text.find("secrets.X"), std::string::npos) << text;
      EXPECT_EQ(text.find("Shop's"), std::string::npos) << text;
    }
  }
  const std::string gate = PipelineFiles("github", facts).at(".github/workflows/gonogo-gate.yml");
  EXPECT_NE(gate.find("name: gonogo gate of shop-s-2-secrets-x-phrase\n"), std::string::npos)
      << gate;
  EXPECT_NE(gate.find("phrase: JUDGE SHOP S 2 SECRETS X PHRASE\n"), std::string::npos) << gate;
  facts.name = "\xE2\x82\xAC";
  EXPECT_NE(PipelineFiles("kubernetes", facts).begin()->second.find("name: gonogo-gate-migration"),
            std::string::npos);
}

TEST(Pipelines, RefuseWhatCantStandInThem) {
  const auto refuses = [](const std::string& host, const PipelineFacts& facts) {
    EXPECT_THROW(PipelineFiles(host, facts), PlanError);
  };
  for (const char* plan : {"", "a b.json", "$(x).json", "a\nb", "--plan", "a'b", "a@b", "a:b"}) {
    PipelineFacts facts = ShopFacts();
    facts.plan = plan;
    refuses("gitlab", facts);
  }
  for (const char* variable : {"", "A B", "A-B", "A}}", "A\n"}) {
    PipelineFacts facts = ShopFacts();
    facts.variables = {variable};
    refuses("github", facts);
  }
  PipelineFacts without = ShopFacts();
  without.variables.clear();
  refuses("github", without);
  refuses("nowhere", ShopFacts());
  for (const char* host : {"jenkins", "azure", "kubernetes"}) refuses(host, ShopFacts(2));
}

}  // namespace
}  // namespace gonogo
