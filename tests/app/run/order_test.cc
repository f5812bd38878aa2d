// Checks that come after another one. The first check writes a row to the source, so that whoever
// read before it sees less than whoever reads after it.
#include <gtest/gtest.h>

#include <filesystem>

#include "core/json/json.h"
#include "tests/support/gonogo_program.h"
#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {
namespace {

class Order : public testing::Test {
 protected:
  Order() : databases_("ordered") {
    databases_.OnBoth("CREATE TABLE public.t AS SELECT generate_series(1, 9) AS id");
    Write(Plan(true));
  }

  void Write(const Json& plan) const { scratch_.File("plan.json", ToText(plan)); }

  // The row that the first check writes, too late for the target.
  Json Plan(bool is_ordered, int status = 0) const {
    const auto url = [](const char* name) { return Json{{"url", {{"env", name}}}}; };
    Json rows = {{"id", "rows"}, {"gate", "row_count"}, {"phases", {"gate", "cutover"}}};
    if (is_ordered) rows["after"] = "fence";
    const std::string insert =
        "psql -qAtd \"$SRC_DB_URL\" -c 'INSERT INTO public.t VALUES (10)'; exit " +
        std::to_string(status);
    return {{"gonogo", 1},
            {"name", "ordered"},
            {"connections", {{"source", url("SRC_DB_URL")}, {"target", url("TGT_DB_URL")}}},
            {"relations", {{{"source", "public.t"}}}},
            {"checks",
             {rows,
              {{"id", "fence"},
               {"gate", "command"},
               {"phases", {"cutover"}},
               {"words", {"sh", "-c", insert}},
               {"environment", {"SRC_DB_URL"}}}}}};
  }

  ProcessResult Run(Words words) const {
    words.insert(words.end(), {"--plan", scratch_.Path("plan.json")});
    return RunGonogo(
        words, {{"SRC_DB_URL", databases_.SourceUrl()}, {"TGT_DB_URL", databases_.TargetUrl()}});
  }
  ProcessResult Part(const std::string& check, const std::string& folder) const {
    return Run({"run", "cutover", "--check", check, "--out", scratch_.Path("parts/" + folder)});
  }
  ProcessResult Merged(const std::string& name) const {
    return Run(
        {"evidence", "merge", scratch_.Path("parts"), "cutover", "--out", scratch_.Path(name)});
  }

  BothDatabases databases_;
  Scratch scratch_;
};

TEST_F(Order, WithoutItTheRowIsNotSeen) {
  Write(Plan(false));
  const ProcessResult run = Run({"run", "cutover", "--out", scratch_.Path("run")});
  EXPECT_EQ(run.status, 0) << run.output;
}

TEST_F(Order, WhatComesAfterReadsWhatIsThereThen) {
  const ProcessResult run = Run({"run", "cutover", "--out", scratch_.Path("run")});
  EXPECT_EQ(run.status, 1) << run.output;
  EXPECT_TRUE(OutputHas(run, "FAIL rows.public.t: have 9 rows, want 10 rows")) << run.output;
  EXPECT_NE(ReadFile(scratch_.Path("run/evidence.jsonl")).find("\"sees\""), std::string::npos);
  const ProcessResult verified = RunGonogo({"evidence", "verify", scratch_.Path("run")});
  EXPECT_EQ(verified.status, 3) << verified.output;  // only because nobody signed it
}

TEST_F(Order, NothingIsReadIfTheFirstCheckIsRed) {
  Write(Plan(true, 7));
  const ProcessResult run = Run({"run", "cutover", "--out", scratch_.Path("run")});
  EXPECT_EQ(run.status, 1) << run.output;
  EXPECT_TRUE(OutputHas(run,
                        "NOT RUN rows.public.t: it comes after check fence, which hasn't "
                        "passed"))
      << run.output;
}

TEST_F(Order, InAPhaseWithoutTheFirstCheckThereIsNone) {
  const ProcessResult run = Run({"run", "gate", "--out", scratch_.Path("run")});
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_FALSE(OutputHas(run, "fence")) << run.output;
}

TEST_F(Order, ARunOfTheCheckAloneSaysWhatItLacks) {
  const ProcessResult run = Part("rows", "rows");
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_TRUE(OutputHas(run, "check rows comes after check fence, which isn't in this run"))
      << run.output;
}

TEST_F(Order, AMergeComparesTheTimesOfTheParts) {
  Part("rows", "rows");
  Part("fence", "fence");
  const ProcessResult wrong = Merged("wrong");
  EXPECT_EQ(wrong.status, 3) << wrong.output;
  EXPECT_TRUE(OutputHas(wrong, "but check fence, after which it comes, passed at")) << wrong.output;

  databases_.OnTarget("INSERT INTO public.t VALUES (10)");
  std::filesystem::remove_all(scratch_.Path("parts/rows"));
  Part("rows", "rows");
  const ProcessResult right = Merged("right");
  EXPECT_EQ(right.status, 0) << right.output;
}

// Whichever of the two runs first.
TEST_F(Order, ShardsProveThatNobodyWroteInstead) {
  Json plan = Plan(true);
  plan["checks"][1]["words"] = {"true"};
  Write(plan);
  const std::string set = scratch_.Path("set");
  ASSERT_EQ(Run({"shard", "plan", "cutover", "--shards", "2", "--set", set}).status, 0);
  for (const char* const shard : {"1", "2"}) {
    const ProcessResult run = Run({"shard", "run", "--set", set, "--shard", shard});
    EXPECT_EQ(run.status, 0) << run.output;
  }
  const ProcessResult merged = Run({"shard", "merge", "--set", set});
  EXPECT_EQ(merged.status, 0) << merged.output;
}

TEST_F(Order, AHeldSnapshotIsTooOld) {
  const Words held = {"shard", "plan",   "cutover", "--shards",
                      "2",     "--hold", "--set",   scratch_.Path("held")};
  const ProcessResult refused = Run(held);
  EXPECT_EQ(refused.status, 2) << refused.output;
  EXPECT_TRUE(
      OutputHas(refused, "check rows comes after check fence, but a held snapshot is older"))
      << refused.output;
}

}  // namespace
}  // namespace gonogo::testing_support
