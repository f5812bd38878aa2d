// The ctest script of a plan's checks, against golden files and as ctest reads it. No path can
// break out of its argument.
#include "reporters/lists/ctest_listing.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "core/json/json.h"
#include "tests/golden/golden.h"

namespace gonogo {
namespace {
namespace fs = std::filesystem;

using Words = std::vector<std::string>;

Plan ListedPlan() {
  Plan plan;
  plan.checks = {{.id = "row_count",
                  .phases = {Phase::kGate, Phase::kVerify},
                  .subjects = {{"public.users", ""}, {"public.keys", ""}}},
                 {.id = "enum-order", .phases = {Phase::kGate}, .subjects = {{"status", ""}}}};
  return plan;
}

CtestListing SmallListing() {
  return {.program = "/bin/true",
          .plan_file = "/plans/plan.json",
          .env_file = "",
          .run_folder = "/evidence/r1",
          .pair = "",
          .longest_statement = std::chrono::minutes(5)};
}

// A temporary folder, removed at the end with its contents.
class Folder {
 public:
  Folder() {
    std::string name = testing::TempDir() + "ctest_listing.XXXXXX";
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder " + name);
    path_ = name;
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

// Returns the tests that ctest finds in a script, as ctest describes them.
Json TestsIn(const std::string& script) {
  const Folder folder;
  std::ofstream(folder.path() / "CTestTestfile.cmake") << script;
  const std::string command =
      "ctest --show-only=json-v1 --test-dir '" + folder.path().string() + "' 2>&1";
  FILE* const pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("ctest does not start");
  std::string output;
  std::array<char, 4096> buffer{};
  while (const std::size_t count = fread(buffer.data(), 1, buffer.size(), pipe)) {
    output.append(buffer.data(), count);
  }
  EXPECT_EQ(pclose(pipe), 0);
  const Json description = TryParseJson(output);
  EXPECT_FALSE(description.is_discarded()) << output << "\nfor:\n" << script;
  return description.is_discarded() ? Json::array() : description.at("tests");
}

Json TestNamed(const std::string& name, const Json& tests) {
  for (const Json& test : tests) {
    if (test.at("name") == name) return test;
  }
  ADD_FAILURE() << "no test " << name << " in " << tests.dump(2);
  return Json::object();
}

Words CommandOf(const Json& test) { return test.value("command", Words()); }

Json PropertyOf(const std::string& name, const Json& test) {
  for (const Json& property : test.at("properties")) {
    if (property.at("name") == name) return property.at("value");
  }
  return nullptr;
}

// Returns the command that ctest runs for the first check if the plan file has that name.
Words CommandWithPlanFile(const std::string& plan_file) {
  CtestListing listing = SmallListing();
  listing.plan_file = plan_file;
  return CommandOf(TestNamed("row_count", TestsIn(CtestScript(ListedPlan(), listing))));
}

Words ExpectedWithPlanFile(const std::string& plan_file) {
  return {"/bin/true", "run",     "--check", "row_count",
          "--plan",    plan_file, "--out",   "/evidence/r1/row_count"};
}

TEST(CtestListing, NamesTheServersOfTheEnvironment) {
  ExpectGolden("ctest.cmake", CtestScript(ListedPlan(), SmallListing()));
}

TEST(CtestListing, StartsAndStopsAThrowAwayPair) {
  CtestListing listing = SmallListing();
  listing.pair = "ctest-r1";
  listing.env_file = "/plans/launch.env";
  ExpectGolden("ctest_pair.cmake", CtestScript(ListedPlan(), listing));
}

TEST(CtestListing, HasNoTimeoutIfStatementsHaveNone) {
  CtestListing listing = SmallListing();
  listing.longest_statement = std::chrono::milliseconds(0);
  const std::string script = CtestScript(ListedPlan(), listing);
  EXPECT_NE(script.find("set_tests_properties(row_count PROPERTIES LABELS [=[gate;verify]=] "
                        "TIMEOUT [=[0]=]"),
            std::string::npos)
      << script;
}

// Half a second must not become 0, because 0 means no timeout to ctest.
TEST(CtestListing, RoundsTheStatementTimeoutUpToASecond) {
  CtestListing listing = SmallListing();
  listing.longest_statement = std::chrono::milliseconds(500);
  const std::string script = CtestScript(ListedPlan(), listing);
  EXPECT_EQ(script.find("TIMEOUT [=[0]=]"), std::string::npos) << script;
}

TEST(CtestListing, IsReadByCtestAsATestPerCheckAndAVerdictPerPhase) {
  const Json tests = TestsIn(CtestScript(ListedPlan(), SmallListing()));
  Words names;
  for (const Json& test : tests) names.push_back(test.at("name"));
  EXPECT_EQ(names, (Words{"row_count", "enum-order", "verdict.verify", "verdict.gate"}));
  EXPECT_EQ(CommandOf(TestNamed("row_count", tests)), ExpectedWithPlanFile("/plans/plan.json"));
  EXPECT_EQ(CommandOf(TestNamed("verdict.gate", tests)),
            (Words{"/bin/true", "evidence", "merge", "/evidence/r1", "gate", "--plan",
                   "/plans/plan.json"}));
}

TEST(CtestListing, LabelsEachCheckWithItsPhases) {
  const Json tests = TestsIn(CtestScript(ListedPlan(), SmallListing()));
  EXPECT_EQ(PropertyOf("LABELS", TestNamed("row_count", tests)), (Json{"gate", "verify"}));
  EXPECT_EQ(PropertyOf("LABELS", TestNamed("enum-order", tests)), Json::array({"gate"}));
  EXPECT_EQ(PropertyOf("LABELS", TestNamed("verdict.verify", tests)), Json::array({"verify"}));
}

TEST(CtestListing, RunsAVerdictAfterTheChecksOfItsPhase) {
  const Json tests = TestsIn(CtestScript(ListedPlan(), SmallListing()));
  EXPECT_EQ(PropertyOf("DEPENDS", TestNamed("verdict.gate", tests)),
            (Json{"row_count", "enum-order"}));
  EXPECT_EQ(PropertyOf("DEPENDS", TestNamed("verdict.verify", tests)), Json::array({"row_count"}));
}

TEST(CtestListing, SkipsAndIgnoresNothing) {
  for (const Json& test : TestsIn(CtestScript(ListedPlan(), SmallListing()))) {
    for (const char* property : {"SKIP_RETURN_CODE", "SKIP_REGULAR_EXPRESSION", "WILL_FAIL",
                                 "DISABLED", "PASS_REGULAR_EXPRESSION"}) {
      EXPECT_EQ(PropertyOf(property, test), nullptr) << property;
    }
  }
}

TEST(CtestListing, KeepsAnyPathInOneArgument) {
  for (const std::string path : {"/a b/plan.json", "/a;b/plan.json", "/a\nb/plan.json",
                                 "/$ENV{HOME}/${x}/@x@.json", "/a\"b\\c.json", "/a#b)(.json",
                                 "/a]]b.json", "/a]=]b.json", "/a]==]b]=].json", "/a]", "/a]]"}) {
    EXPECT_EQ(CommandWithPlanFile(path), ExpectedWithPlanFile(path));
  }
}

TEST(CtestListing, KeepsAPathThatEndsLikeABracketInOneArgument) {
  for (const std::string path : {"/a]=", "/a]==", "/a]=]="}) {
    EXPECT_EQ(CommandWithPlanFile(path), ExpectedWithPlanFile(path));
  }
}

}  // namespace
}  // namespace gonogo
