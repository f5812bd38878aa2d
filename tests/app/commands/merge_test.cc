// gonogo evidence merge: judges several processes as one run, if they used the same plan and
// servers.
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>

#include "core/json/json.h"
#include "tests/support/chained_lines.h"
#include "tests/support/migrations/credity_pair.h"
#include "tests/support/migrations/moved_times.h"
#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {
namespace {

class Merge : public testing::Test {
 protected:
  // Runs one check on a target, in one process.
  void Check(const std::string& check, const std::string& target_url) {
    RunCredity("verify", target_url, scratch_.Path("runs/" + check), {}, {"--check", check});
  }

  ProcessResult Merged(const Words& more = {}) {
    Words words = {"evidence", "merge",  scratch_.Path("runs"),
                   "verify",   "--plan", InProject("plans/credity/plan.json")};
    words.insert(words.end(), more.begin(), more.end());
    return RunGonogo(words);
  }

  void CheckAll(const std::string& target_url) {
    for (const char* check : {"row_count", "contents", "state_store_keys", "business_key_checksum",
                              "foreign_key_orphans", "unique_keys", "answers"}) {
      Check(check, target_url);
    }
  }

  Scratch scratch_;
};

TEST_F(Merge, IsGoIfAllProcessesUsedTheSameDatabases) {
  const DamagedTarget target("");
  CheckAll(target.Url());
  const ProcessResult merged = Merged();
  EXPECT_EQ(merged.status, 0) << merged.output;
  EXPECT_TRUE(merged.output.starts_with("rehearsal on the throw-away pair")) << merged.output;
}

TEST_F(Merge, RefusesEvidenceOfAnotherTarget) {
  const DamagedTarget target("");
  const DamagedTarget other("");
  Check("unique_keys", target.Url());
  Check("row_count", other.Url());
  const ProcessResult merged = Merged();
  EXPECT_EQ(merged.status, 2) << merged.output;
  EXPECT_NE(merged.output.find("is evidence of another target than the rest"), std::string::npos)
      << merged.output;
}

TEST_F(Merge, IsUndecidedIfAProcessDidNotReachASide) {
  const DamagedTarget target("");
  Check("unique_keys", target.Url());
  Check("row_count", "postgresql://nobody@127.0.0.1:1/nothing");
  const ProcessResult merged = Merged({"--check", "unique_keys", "--check", "row_count"});
  EXPECT_EQ(merged.status, 3) << merged.output;
  EXPECT_NE(merged.output.find("didn't reach the target"), std::string::npos) << merged.output;
}

TEST_F(Merge, IsUndecidedIfACheckIsMissing) {
  const DamagedTarget target("");
  Check("unique_keys", target.Url());
  EXPECT_EQ(Merged().status, 3);
}

TEST_F(Merge, RefusesAnUnknownCheck) {
  const DamagedTarget target("");
  Check("row_count", target.Url());
  EXPECT_EQ(Merged({"--check", "row_count", "--check", "row_cuont"}).status, 2);
}

// The evidence of a plan with two checks and a query, of two processes, which a test then changes.
class MergeOf : public testing::Test {
 protected:
  MergeOf() : databases_("merged") {
    databases_.OnBoth("CREATE TABLE t AS SELECT generate_series(1, 9) AS id");
    scratch_.File("one.sql", "SELECT count(*) FROM public.t");
    scratch_.File("plan.json", ToText(Plan()));
  }

  static Json Plan() {
    const auto url = [](const char* name) { return Json{{"url", {{"env", name}}}}; };
    return {{"gonogo", 1},
            {"name", "merged"},
            {"connections", {{"source", url("SRC_DB_URL")}, {"target", url("TGT_DB_URL")}}},
            {"relations", {{{"source", "public.t"}}}},
            {"checks",
             {{{"id", "rows"}, {"gate", "row_count"}, {"phases", {"gate"}}},
              {{"id", "nine"},
               {"gate", "scalar"},
               {"file", "one.sql"},
               {"equals", "9"},
               {"phases", {"gate"}}}}}};
  }

  Words With(Words words) const {
    words.insert(words.end(), {"--plan", scratch_.Path("plan.json")});
    return words;
  }
  Variables Urls() const {
    return {{"SRC_DB_URL", databases_.SourceUrl()}, {"TGT_DB_URL", databases_.TargetUrl()}};
  }
  void Check(const std::string& check, const std::string& folder = "") const {
    const std::string out = scratch_.Path("runs/" + (folder.empty() ? check : folder));
    RunGonogo(With({"run", "gate", "--check", check, "--out", out}), Urls());
  }
  ProcessResult Merged(const Words& more = {}, const Variables& environment = {}) const {
    Words words = With({"evidence", "merge", scratch_.Path("runs"), "gate"});
    words.insert(words.end(), more.begin(), more.end());
    words.insert(words.end(), {"--out", scratch_.Path("merged" + std::to_string(++merges_))});
    return RunGonogo(words, environment);
  }

  // Expects that the merge refuses the evidence with these words.
  void ExpectRefusal(const std::string& words, const Variables& environment = {}) const {
    const ProcessResult merged = Merged({}, environment);
    EXPECT_EQ(merged.status, 2) << merged.output;
    EXPECT_TRUE(OutputHas(merged, words)) << merged.output;
  }

  void Edit(const std::string& file, const std::string& old, const std::string& by) const {
    std::string text = ReadFile(scratch_.Path("runs/" + file));
    const std::size_t at = text.find(old);
    ASSERT_NE(at, std::string::npos) << text;
    text.replace(at, old.size(), by);
    scratch_.File("runs/" + file, text);
    if (file.ends_with("evidence.jsonl")) ChainAgain(file.substr(0, file.find('/')));
  }
  // So that what else is wrong comes to light.
  void ChainAgain(const std::string& check) const {
    const std::string folder = "runs/" + check;
    const std::string lines = Chained(ReadFile(scratch_.Path(folder + "/evidence.jsonl")));
    Json verdict = ParseJson(ReadFile(scratch_.Path(folder + "/verdict.json")));
    verdict["chain"] = ToJson(EndOf(lines));
    scratch_.File(folder + "/evidence.jsonl", lines);
    scratch_.File(folder + "/verdict.json", ToText(verdict, 2));
  }
  // Replaces each time in the evidence of the check by one that much earlier.
  void Age(const std::string& check, std::chrono::hours by) const {
    for (const char* name : {"evidence.jsonl", "verdict.json"}) {
      const std::string path = "runs/" + check + "/" + name;
      scratch_.File(path, TimesMoved(ReadFile(scratch_.Path(path)), -by));
    }
    ChainAgain(check);
  }

  BothDatabases databases_;
  Scratch scratch_;
  mutable int merges_ = 0;
};

TEST_F(MergeOf, UntouchedEvidenceIsGo) {
  Check("rows");
  Check("nine");
  const ProcessResult merged = Merged();
  EXPECT_EQ(merged.status, 0) << merged.output;
}

// Whatever the folders' names: gonogo evidence verify takes times that go back for a wrong clock.
TEST_F(MergeOf, LinesAreInOrderOfTime) {
  Check("nine");
  Check("rows");
  Age("rows", std::chrono::hours(2));
  ASSERT_EQ(Merged().status, 0);
  const ProcessResult verified = RunGonogo({"evidence", "verify", scratch_.Path("merged1")});
  EXPECT_EQ(verified.status, 3) << verified.output;
  EXPECT_TRUE(OutputHas(verified, "verdict.json: GO follows from 2 cases")) << verified.output;
}

TEST_F(MergeOf, OldEvidenceIsRefused) {
  Check("rows");
  Check("nine");
  Age("rows", std::chrono::hours(25));
  Age("nine", std::chrono::hours(25));
  ExpectRefusal("25 h 0 min ago, but may be at most 24 h old: run its checks again");
  EXPECT_EQ(Merged({"--max-age-hours", "26"}).status, 0);
  EXPECT_EQ(Merged({"--max-age-hours", "0"}).status, 0);
  EXPECT_EQ(Merged({"--max-age-hours", "-1"}).status, 2);
}

TEST_F(MergeOf, EvidenceOfDifferentDaysIsRefused) {
  Check("rows");
  Check("nine");
  Age("nine", std::chrono::hours(25));
  const ProcessResult merged = Merged({"--max-age-hours", "0"});
  EXPECT_EQ(merged.status, 2) << merged.output;
  EXPECT_TRUE(OutputHas(merged, "they may be at most 24 h apart")) << merged.output;
}

TEST_F(MergeOf, ThePlanSetsTheAge) {
  Json plan = Plan();
  plan["max_age_hours"] = 2;
  scratch_.File("plan.json", ToText(plan));
  Check("rows");
  Check("nine");
  EXPECT_EQ(Merged().status, 0);
  Age("rows", std::chrono::hours(3));
  ExpectRefusal("may be at most 2 h old");
}

TEST_F(MergeOf, EvidenceFromTheFutureIsRefused) {
  Check("rows");
  Check("nine");
  Age("nine", std::chrono::hours(-1));
  ExpectRefusal("a clock is wrong");
}

TEST_F(MergeOf, EvidenceBeforeAChangeOfAQueryIsRefused) {
  Check("rows");
  Check("nine");
  scratch_.File("one.sql", "SELECT 0 + count(*) FROM public.t");
  ExpectRefusal("; changed since: one.sql)");
}

// A run with a wider tolerance answers another question.
TEST_F(MergeOf, EvidenceOfOtherValuesOfTheEnvironmentIsRefused) {
  Json plan = Plan();
  plan["checks"][1]["equals"] = {{"env", "NINE"}, {"default", "9"}};
  databases_.OnTarget("DELETE FROM t WHERE id = 9");
  plan["checks"].erase(0);
  scratch_.File("plan.json", ToText(plan));
  Variables eight = Urls();
  eight["NINE"] = "8";
  const Words run = {"run", "gate", "--out", scratch_.Path("runs/nine")};
  ASSERT_EQ(RunGonogo(With(run), eight).status, 0);
  EXPECT_EQ(Merged({}, eight).status, 0);
  ExpectRefusal("parameters had other values from the environment than here", Urls());
}

TEST_F(MergeOf, EvidenceOfOtherServersThanThePlansIsRefused) {
  Check("rows");
  Check("nine");
  for (const char* check : {"rows", "nine"}) {
    // As of servers that aren't throw-away ones.
    for (int side = 0; side < 2; ++side) {
      Edit(std::string(check) + "/evidence.jsonl", R"("throw_away":true)", R"("throw_away":false)");
      Edit(std::string(check) + "/verdict.json", R"("throw_away": true)", R"("throw_away": false)");
    }
    Edit(std::string(check) + "/evidence.jsonl", R"("rehearsal":true)", R"("rehearsal":false)");
    Edit(std::string(check) + "/verdict.json", R"("rehearsal": true)", R"("rehearsal": false)");
  }
  EXPECT_EQ(Merged().status, 0) << "this environment names no servers";
  EXPECT_EQ(Merged({}, Urls()).status, 0);
  Variables others = Urls();
  others["TGT_DB_URL"] = others.at("SRC_DB_URL");
  ExpectRefusal("is evidence of another target than the plan's", others);
}

TEST_F(MergeOf, APartThatIsThereTwiceIsRefused) {
  Check("rows");
  Check("nine");
  std::filesystem::copy(scratch_.Path("runs/rows"), scratch_.Path("runs/rows2"),
                        std::filesystem::copy_options::recursive);
  ExpectRefusal("are of the same run");
  std::filesystem::remove_all(scratch_.Path("runs/rows2"));
  Check("rows", "rows2");
  const ProcessResult merged = Merged();
  EXPECT_EQ(merged.status, 1) << merged.output;
  EXPECT_TRUE(OutputHas(merged, "rows.public.t ran 2 times instead of once")) << merged.output;
}

TEST_F(MergeOf, EvidenceWithoutAVerdictIsUndecided) {
  Check("rows");
  Check("nine");
  std::filesystem::remove(scratch_.Path("runs/nine/verdict.json"));
  const ProcessResult merged = Merged();
  EXPECT_EQ(merged.status, 3) << merged.output;
  EXPECT_TRUE(OutputHas(merged, "has no verdict: its run didn't end")) << merged.output;
}

TEST_F(MergeOf, LinesThatAreNoChainAreRefused) {
  Check("rows");
  const std::string path = scratch_.Path("runs/rows/evidence.jsonl");
  std::string text = ReadFile(path);
  text.replace(text.find("\"examined\":"), 11, "\"examined\":1");
  scratch_.File("runs/rows/evidence.jsonl", text);
  ExpectRefusal("\"chain\" isn't what follows from the lines");
  text.replace(text.find("\"seq\":2"), 7, "\"seq\":3");
  scratch_.File("runs/rows/evidence.jsonl", text);
  ExpectRefusal("\"seq\" is 3, but this is line 2");
}

// Each edit alone of evidence that is NO-GO, to make it GO.
TEST_F(MergeOf, EditedEvidenceIsRefused) {
  databases_.OnTarget("DELETE FROM t WHERE id = 9");
  const std::string finding =
      R"({"subject":"public.t","have":"8 rows","want":"9 rows","severity":"required"})";
  struct EditOf {
    std::string file, old, by, refusal;
  };
  const std::vector<EditOf> edits = {
      {"evidence.jsonl", finding, "", R"("status" of rows.public.t is "FAIL")"},
      {"evidence.jsonl", R"("status":"FAIL")", R"("status":"PASS")", "makes it FAIL"},
      {"evidence.jsonl", R"("status":"FAIL")", R"("status":"FAIL","status":"PASS")",
       "\"status\" is given twice"},
      {"evidence.jsonl", R"("want":"9 rows")", R"("want":"8 rows")", "verdict.json"},
      {"evidence.jsonl", R"("severity":"required","status")", R"("severity":"advisory","status")",
       "the severity of rows.public.t isn't the plan's"},
      {"evidence.jsonl", R"("severity":"required"}],"waivers")",
       R"("severity":"advisory"}],"waivers")", "declares other cases"},
      {"evidence.jsonl", R"("subject":"public.t","severity")", R"("subject":"public.u","severity")",
       "has a case rows.public.u that it doesn't declare"},
      {"evidence.jsonl", R"("checks":["rows"])", R"("checks":["nine"])", "declares other cases"},
      {"evidence.jsonl", R"("phases":["gate"])", R"("phases":["verify"])", "declares other cases"},
      {"evidence.jsonl", R"("strict":false)", R"("strict":true)", "\"strict\" isn't"},
      {"evidence.jsonl", R"("tool":"gonogo )", R"("tool":"gonogo 0)", "run the checks again"},
      {"evidence.jsonl", R"("run":"2)", R"("run":"3)", "\"run\" isn't"},
      {"verdict.json", R"("verdict": "NO-GO")", R"("verdict": "GO")", "\"verdict\" isn't"},
      {"verdict.json", R"("exit_status": 1)", R"("exit_status": 0)", "\"exit_status\" isn't"},
      {"verdict.json", R"("failed": 1)", R"("failed": 0)", "\"cases\" isn't"},
      {"verdict.json", R"("verdict")", R"("verdict": "GO", "verdict")", "is given twice"},
      {"verdict.json", "{", "", "verdict.json: "}};
  Check("nine");
  for (const EditOf& edit : edits) {
    std::filesystem::remove_all(scratch_.Path("runs/rows"));
    Check("rows");
    Edit("rows/" + edit.file, edit.old, edit.by);
    ExpectRefusal(edit.refusal);
  }
}

TEST_F(MergeOf, ALineThatIsTakenOutIsRefused) {
  databases_.OnTarget("DELETE FROM t WHERE id = 9");
  Check("rows");
  const std::string path = scratch_.Path("runs/rows/evidence.jsonl");
  const std::string text = ReadFile(path);
  scratch_.File("runs/rows/evidence.jsonl", text.substr(0, text.find('\n') + 1));
  ExpectRefusal("isn't what follows from the lines");
}

TEST_F(MergeOf, ACaseInNoPartIsUndecided) {
  Check("rows");
  const ProcessResult merged = Merged();
  EXPECT_EQ(merged.status, 3) << merged.output;
  EXPECT_TRUE(OutputHas(merged, "nine.one did not run")) << merged.output;
}

}  // namespace
}  // namespace gonogo::testing_support
