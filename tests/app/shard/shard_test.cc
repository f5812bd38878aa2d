// gonogo shard: several processes share a run, and none of it is lost.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "core/json/json.h"
#include "tests/app/shard/shared_run.h"

namespace gonogo::testing_support {
namespace {

using Shards = SharedRun;

TEST_F(Shards, AreGoTogether) {
  Plan(3);
  for (int shard = 1; shard <= 3; ++shard) {
    const ProcessResult run = Run(shard);
    EXPECT_EQ(run.status, 0) << run.output;
    EXPECT_TRUE(OutputHas(run, "This is no verdict: gonogo shard merge judges all.")) << run.output;
  }
  const ProcessResult merged = Merged();
  EXPECT_EQ(merged.status, 0) << merged.output;
  const ProcessResult verified =
      RunGonogo({"evidence", "verify", InSet("verdict.gate"), "--require", "go,phase=gate"});
  EXPECT_TRUE(OutputHas(verified, "verdict.json: GO follows from 13 cases")) << verified.output;
}

TEST_F(Shards, AreNoGoTogetherIfOneIsRed) {
  databases_.OnTarget("DELETE FROM public.t3");
  Plan(3);
  std::vector<int> statuses;
  for (int shard = 1; shard <= 3; ++shard) statuses.push_back(Run(shard).status);
  std::sort(statuses.begin(), statuses.end());
  EXPECT_EQ(statuses, (std::vector<int>{0, 0, 1}));
  const ProcessResult merged = Merged();
  EXPECT_EQ(merged.status, 1) << merged.output;
  EXPECT_TRUE(OutputHas(merged, "FAIL public.t3: 9 rows missing on the target (rows, contents)"))
      << merged.output;
}

TEST_F(Shards, AreNoVerdictAlone) {
  Plan(2);
  Run(1);
  const std::string alone = InSet("shard-1.attempt-1");
  const ProcessResult shown = RunGonogo({"evidence", "show", alone});
  EXPECT_EQ(shown.status, 3) << shown.output;
  EXPECT_NE(RunGonogo({"evidence", "verify", alone}).status, 0);
  const ProcessResult merged = RunGonogo(
      {"evidence", "merge", InSet(""), "gate", "--plan", scratch_.Path("plan.json")}, Urls());
  EXPECT_EQ(merged.status, 2) << merged.output;
  EXPECT_TRUE(OutputHas(merged, "is of shard 1 of 2, which only gonogo shard merge judges"))
      << merged.output;
}

TEST_F(Shards, AreNamedIfTheyAreMissingWithTheCommandThatRunsThem) {
  Plan(3);
  Run(1);
  std::filesystem::create_directory(InSet("shard-3.attempt-1.tmp"));  // as of one that was killed
  const ProcessResult merged = Merged();
  EXPECT_EQ(merged.status, 3) << merged.output;
  const auto command = [&](const std::string& shard) {
    return "gonogo shard run --shard " + shard + " --set " + InSet("") + " --plan " +
           scratch_.Path("plan.json");
  };
  EXPECT_TRUE(OutputHas(merged, "shard 2 of 3 didn't run: " + command("2"))) << merged.output;
  EXPECT_TRUE(OutputHas(merged, "shard 3 of 3 isn't through: " + command("3"))) << merged.output;
  Run(2);
  Run(3);
  EXPECT_EQ(Merged().status, 0);
  EXPECT_EQ(VerdictIn(InSet("verdict.gate.2")).at("verdict"), "GO");
}

TEST_F(Shards, MayRunTwiceIfTheyAgree) {
  Plan(2);
  for (const int shard : {1, 2, 2}) EXPECT_EQ(Run(shard).status, 0);
  EXPECT_EQ(Merged().status, 0);
}

TEST_F(Shards, AreUndecidedIfAttemptsDoNotAgree) {
  Plan(1);
  Run(1);
  databases_.OnTarget("DELETE FROM public.t3");
  EXPECT_EQ(Run(1).status, 1);
  const ProcessResult merged = Merged();
  EXPECT_EQ(merged.status, 3) << merged.output;
  EXPECT_TRUE(OutputHas(
      merged, "attempts 1 and 2 of shard 1 don't agree on contents.public.t3: PASS and FAIL"))
      << merged.output;
}

TEST_F(Shards, CountWhatASecondAttemptSaw) {
  Plan(1);
  databases_.OnTarget("ALTER TABLE public.t3 RENAME TO gone");
  EXPECT_EQ(Run(1).status, 3);
  databases_.OnTarget("ALTER TABLE public.gone RENAME TO t3");
  Run(1);
  const ProcessResult merged = Merged();
  EXPECT_EQ(merged.status, 3) << merged.output;  // because of the ALTER TABLE
  const Json verdict = VerdictIn(InSet("verdict.gate"));
  EXPECT_EQ(verdict.at("cases").at("passed"), 13) << verdict;
}

TEST_F(Shards, ProveThatNobodyWrote) {
  Plan(2);
  Run(1);
  databases_.OnBoth("INSERT INTO public.t1 VALUES (77)");
  const ProcessResult second = Run(2);
  EXPECT_EQ(second.status, 3) << second.output;
  EXPECT_TRUE(OutputHas(second,
                        "rows or relations of the source changed; rows or relations of the "
                        "target changed since the run was shared out"))
      << second.output;
  const ProcessResult merged = Merged();
  EXPECT_EQ(merged.status, 3) << merged.output;
  EXPECT_TRUE(OutputHas(merged, "rows or relations of the source changed while the shards ran"))
      << merged.output;
}

TEST_F(Shards, JoinTheSnapshotsThatAreHeld) {
  Plan(2, {"--hold"});
  const std::string gonogo = "$gonogo shard ";
  const std::string set = " --set " + InSet("") + " --plan " + scratch_.Path("plan.json");
  const ProcessResult run =
      Shell(Exported() + gonogo + "hold" + set + " & hold=$!; " + gonogo + "run --quiet --shard 1" +
            set + "; echo one $?; " + Psql() + gonogo + "run --quiet --shard 2" + set +
            "; echo two $?; wait $hold; echo held $?");
  EXPECT_TRUE(OutputHas(run, "one 0")) << run.output;
  EXPECT_TRUE(OutputHas(run, "two 0")) << run.output;
  EXPECT_TRUE(OutputHas(run, "held 0")) << run.output;
  EXPECT_FALSE(std::filesystem::exists(InSet("hold.json")));
  const ProcessResult merged = Merged();
  EXPECT_EQ(merged.status, 0) << merged.output;
}

TEST_F(Shards, ErrIfNobodyHoldsTheSnapshotsAnyMore) {
  Plan(2, {"--hold"});
  scratch_.File("set/hold.json", ToText({{"set", SetId()},
                                         {"source", "00000003-00000002-1"},
                                         {"target", "00000003-00000002-1"},
                                         {"beat", "2026-02-21T09:30:00.000Z"}}));
  const ProcessResult run = Run(1);
  EXPECT_EQ(run.status, 3) << run.output;
  EXPECT_TRUE(OutputHas(run, "who held the snapshots hasn't written for 10 s")) << run.output;
  EXPECT_FALSE(std::filesystem::exists(InSet("shard-1.attempt-1")));
}

TEST_F(Shards, AreRefusedIfTheyAreSpoiled) {
  Plan(1);
  Run(1);
  const std::string done = "set/shard-1.attempt-1/_DONE.json";
  const std::string whole = ReadFile(scratch_.Path(done));
  Json other = ParseJson(whole);
  other["set"] = "of another run";
  scratch_.File(done, ToText(other));
  EXPECT_TRUE(OutputHas(Merged(), "is of another set of shards than shards.json"));
  scratch_.File(done, whole);
  const std::string evidence = "set/shard-1.attempt-1/evidence.jsonl";
  const std::string lines = ReadFile(scratch_.Path(evidence));
  scratch_.File(evidence, lines.substr(0, lines.rfind("\n{") + 1));
  const ProcessResult cut = Merged();
  EXPECT_EQ(cut.status, 2) << cut.output;
  EXPECT_TRUE(OutputHas(cut, "has other evidence than its _DONE.json says")) << cut.output;
}

TEST_F(Shards, AreUndecidedIfTheFolderHasMore) {
  Plan(1);
  Run(1);
  scratch_.File("set/notes.txt", "");
  scratch_.File("set/shard-1.attempt-1/more.jsonl", "");
  const ProcessResult merged = Merged();
  EXPECT_EQ(merged.status, 3) << merged.output;
  EXPECT_TRUE(OutputHas(merged, "notes.txt isn't what a shard leaves")) << merged.output;
  EXPECT_TRUE(OutputHas(merged, "more.jsonl isn't what a shard leaves")) << merged.output;
}

TEST_F(Shards, AreOfOnePlan) {
  Plan(1);
  scratch_.File("one.sql", "SELECT count(*) FROM public.t2");
  const ProcessResult run = Run(1);
  EXPECT_EQ(run.status, 2) << run.output;
  EXPECT_TRUE(OutputHas(run, "shares out another plan")) << run.output;
  EXPECT_TRUE(OutputHas(Merged(), "shares out another plan"));
}

TEST_F(Shards, AreOfTheServersThatTheRunWasSharedOutFor) {
  Plan(1);
  const BothDatabases other("shared_otherwise");
  for (const BothDatabases* databases : {&other}) {
    const ProcessResult run = Run(1, {{"TGT_DB_URL", databases->TargetUrl()}});
    EXPECT_EQ(run.status, 2) << run.output;
    EXPECT_TRUE(OutputHas(run, "the target isn't the one that the run was shared out for"))
        << run.output;
  }
}

}  // namespace
}  // namespace gonogo::testing_support
