// The digest of a plan covers the files and folders to which the words of a program lead.
#include <gtest/gtest.h>

#include <filesystem>

#include "app/plan/plan_digest.h"
#include "app/plan/plan_file.h"
#include "core/json/json.h"
#include "tests/support/gonogo_program.h"

namespace gonogo::testing_support {
namespace {

namespace fs = std::filesystem;

// The files that words of a program lead to, with these words.
class PlanDigestOfWords : public testing::Test {
 protected:
  PlanDigestOfWords() {
    fs::create_directories(scratch_.Path("tools/sql"));
    scratch_.File("tools/sql/one.sql", "select 1");
  }

  // Returns the names of what the digest covers, and for lint what it doesn't.
  std::vector<std::string> Covered(const Json& words, const Environment& environment = {}) {
    const auto url = [](const char* name) { return Json{{"url", {{"env", name}}}}; };
    const Json command = {
        {"name", "apply"}, {"folder", "tools"}, {"environment", {"DIR"}}, {"words", words}};
    const Json plan = {
        {"gonogo", 1},
        {"name", "words"},
        {"connections", {{"source", url("SRC_DB_URL")}, {"target", url("TGT_DB_URL")}}},
        {"relations", {{{"source", "public.t"}}}},
        {"checks", {{{"id", "rows"}, {"gate", "row_count"}}}},
        {"stages", {{"preflight", {{"commands", Json::array({command})}}}}}};
    scratch_.File("plan.json", ToText(plan));
    const Plan loaded = LoadPlan(scratch_.Path("plan.json"), environment);
    std::vector<std::string> names;
    for (const PlanFile& file : loaded.files) names.push_back(file.name);
    for (const UncoveredWord& word : UncoveredWords(loaded, environment)) {
      names.push_back("not " + word.word + ": " + word.why);
    }
    return names;
  }

  using Names = std::vector<std::string>;
  Scratch scratch_;
};

TEST_F(PlanDigestOfWords, CoversFolders) {
  EXPECT_EQ(Covered({"migrate", "sql"}), Names{"tools/sql"});
  EXPECT_EQ(Covered({"migrate", "--from=./sql/"}), Names{"tools/sql/"});
  EXPECT_EQ(Covered({"sh", "-c", "cat sql/*.sql | psql"}), Names{"tools/sql"});
  const auto digest = [&] { return LoadPlan(scratch_.Path("plan.json"), {}).digest; };
  const std::string before = digest();
  scratch_.File("tools/sql/two.sql", "select 2");
  EXPECT_NE(digest(), before);
  EXPECT_EQ(Covered({"migrate", "."}),
            Names{"not .: is a folder that holds the folder in which the program runs"});
  EXPECT_EQ(Covered({"migrate", ".."}), Names{"not ..: is a folder that holds the plan"});
}

TEST_F(PlanDigestOfWords, FollowsVariables) {
  const Environment environment = {{"DIR", scratch_.Path("tools/sql")}, {"OTHER", "sql"}};
  EXPECT_EQ(Covered({"sh", "-c", "psql -f $DIR/one.sql"}, environment), Names{"tools/sql/one.sql"});
  EXPECT_EQ(Covered({"sh", "-c", "migrate ${DIR}"}, environment), Names{"tools/sql"});
  EXPECT_EQ(Covered({"sh", "-c", "psql -f $OTHER/one.sql"}, environment),
            Names{"not $OTHER/one.sql: has $OTHER, which the program isn't given"});
  EXPECT_EQ(Covered({"sh", "-c", "psql -f ${DIR}/one.sql"}),
            Names{"not ${DIR}/one.sql: has ${DIR}, which the program isn't given"});
  EXPECT_EQ(Covered({"awk", "{print $1}"}), Names{});
}

}  // namespace
}  // namespace gonogo::testing_support
