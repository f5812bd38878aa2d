// gonogo sign: no run is GO while an item isn't signed, in whatever way it runs.
#include <gtest/gtest.h>

#include "core/json/json.h"
#include "tests/support/migrations/signed_migration.h"

namespace gonogo::testing_support {
namespace {

TEST(Sign, TurnsUndecidedIntoGo) {
  SignedMigration migration("sign_run");
  const ProcessResult open = migration.Run();
  EXPECT_EQ(open.status, 3) << open.output;
  EXPECT_TRUE(OutputHas(
      open,
      "NOT RUN approvals.team_lead, approvals.dba: nobody has signed it; `gonogo sign --plan " +
          migration.plan() + " --item ITEM --by NAME --out " + migration.folder() + "`"))
      << open.output;
  EXPECT_EQ(migration.verdict()["cases"]["not_run"], 2);
  EXPECT_EQ(migration.verdict()["decided"], false);
  EXPECT_NE(migration.junit().find("NOT RUN  approvals.dba"), std::string::npos);

  const ProcessResult one = migration.RunProgram({"sign", "--item", "dba", "--by", "the deputy"});
  ASSERT_EQ(one.status, 0) << one.output;
  EXPECT_EQ(migration.Run().status, 3);
  EXPECT_EQ(migration.verdict()["cases"]["not_run"], 1);

  ASSERT_EQ(
      migration.RunProgram({"sign", "--item", "team_lead", "--by", "the lead", "--note", "twice"})
          .status,
      0);
  const ProcessResult go = migration.Run();
  EXPECT_EQ(go.status, 0) << go.output;
  const std::string evidence = ReadFile(migration.evidence() + "/evidence.jsonl");
  EXPECT_NE(evidence.find("signed by the lead (team lead) at 20"), std::string::npos) << evidence;
  EXPECT_NE(evidence.find(": twice\""), std::string::npos) << evidence;
}

TEST(Sign, IsValidForOneTextOfThePlan) {
  SignedMigration migration("sign_plan");
  ASSERT_EQ(migration.SignBoth().status, 0);
  migration.ChangePlan({{"summary", "It moves."}});
  const ProcessResult run = migration.Run();
  EXPECT_EQ(run.status, 3) << run.output;
  EXPECT_TRUE(OutputHas(run, "under another plan (signed, sha256 ")) << run.output;
  ASSERT_EQ(migration.SignBoth().status, 0);
  EXPECT_EQ(migration.Run().status, 0);
}

// What was signed was read: the query, not only its name.
TEST(Sign, IsValidForTheFilesThatThePlanNames) {
  SignedMigration migration("sign_files");
  const Json plan = ParseJson(ReadFile(migration.plan()));
  Json checks = plan.at("checks");
  checks.push_back({{"id", "nine"}, {"gate", "scalar"}, {"file", "nine.sql"}, {"equals", "9"}});
  migration.scratch().File("nine.sql", "SELECT count(*) FROM public.t");
  migration.ChangePlan({{"checks", checks}});
  ASSERT_EQ(migration.SignBoth().status, 0);
  EXPECT_EQ(migration.Run().status, 0);
  migration.scratch().File("nine.sql", "SELECT 0 + count(*) FROM public.t");
  const ProcessResult list = migration.RunProgram({"sign", "--list"});
  EXPECT_EQ(list.status, 3);
  EXPECT_TRUE(OutputHas(list, ", changed since: nine.sql")) << list.output;
  const ProcessResult run = migration.Run();
  EXPECT_EQ(run.status, 3) << run.output;
  EXPECT_TRUE(OutputHas(run, ", changed since: nine.sql); sign again: ")) << run.output;
  ASSERT_EQ(migration.SignBoth().status, 0);
  EXPECT_EQ(migration.Run().status, 0);
}

TEST(Sign, ListsOpenAndSignedItems) {
  const SignedMigration migration("sign_list");
  ASSERT_EQ(migration.RunProgram({"sign", "--item", "dba", "--by", "the deputy"}).status, 0);
  const ProcessResult text = migration.RunProgram({"sign", "--list"});
  EXPECT_EQ(text.status, 3);
  EXPECT_TRUE(text.output.starts_with(
      "gate\n  team_lead  open  (team lead)  The rollback was rehearsed.\n"
      "  dba  signed  (administrator)  The restore was tried.\n    by the deputy at 20"))
      << text.output;
  EXPECT_TRUE(OutputHas(text, "\n1 of 2 items signed\n")) << text.output;
  ASSERT_EQ(migration.SignBoth().status, 0);
  const ProcessResult json = migration.RunProgram({"sign", "--list", "--json"});
  EXPECT_EQ(json.status, 0);
  const Json list = ParseJson(json.output);
  ASSERT_EQ(list.size(), 2);
  EXPECT_EQ(list[1]["by"], "the lead");
  EXPECT_EQ(list[1]["status"], "signed");
}

TEST(Sign, RefusesUnknownItemsAndEmptyNames) {
  const SignedMigration migration("sign_wrong");
  const auto refusal = [&](const Words& words) {
    const ProcessResult run = migration.RunProgram(words);
    EXPECT_EQ(run.status, 2) << run.output;
    return run.output;
  };
  EXPECT_EQ(refusal({"sign", "--item", "team_laed", "--by", "the lead"}),
            "gonogo: item \"team_laed\" is unknown; did you mean \"team_lead\"?\n");
  EXPECT_EQ(refusal({"sign", "--item", "team_lead", "--by", " "}),
            "gonogo: --by must name the person who signs\n");
  EXPECT_EQ(refusal({"sign", "--item", "team_lead"}),
            "gonogo: --by must name the person who signs\n");
  EXPECT_EQ(refusal({"sign", "--by", "the lead"}),
            "gonogo: nothing to sign; give --item ID, or --list to list the items\n");
  // One of the two is unknown, so neither is signed.
  refusal({"sign", "--item", "dba", "--item", "nobody", "--by", "the lead"});
  EXPECT_FALSE(std::filesystem::exists(migration.folder() + "/signoffs.jsonl"));
}

TEST(Sign, IsAnErrorIfTheFileIsBroken) {
  SignedMigration migration("sign_broken");
  ASSERT_EQ(migration.SignBoth().status, 0);
  const std::string file = migration.folder() + "/signoffs.jsonl";
  const std::string whole = ReadFile(file);
  std::filesystem::resize_file(file, whole.size() - 2);
  const ProcessResult run = migration.Run();
  EXPECT_EQ(run.status, 3) << run.output;
  EXPECT_EQ(migration.verdict()["cases"]["errors"], 2);
  EXPECT_TRUE(OutputHas(run, "signoffs.jsonl:2: invalid sign-off: the line is cut off"))
      << run.output;
  const ProcessResult again = migration.SignBoth();
  EXPECT_EQ(again.status, 2) << again.output;
  EXPECT_EQ(ReadFile(file), whole.substr(0, whole.size() - 2));
}

TEST(Sign, UsesTheFileThatTheEnvironmentNames) {
  SignedMigration migration("sign_where");
  const Variables elsewhere = {{"GONOGO_SIGNOFFS", migration.scratch().Path("s.jsonl")}};
  ASSERT_EQ(migration.RunProgram({"sign", "--item", "dba", "--by", "the lead"}, elsewhere).status,
            0);
  EXPECT_FALSE(std::filesystem::exists(migration.folder()));
  EXPECT_EQ(migration.Run({"--check", "approvals"}, elsewhere).status, 3);
  EXPECT_EQ(migration.verdict()["cases"]["passed"], 1);
}

TEST(Sign, LetsAStageEndGo) {
  const SignedMigration migration("sign_stage", {{"stages", {{"gate", Json::object()}}}});
  const Words stage = {"stage", "gate", "--out", migration.scratch().Path("other")};
  const ProcessResult open = migration.RunProgram(stage);
  EXPECT_EQ(open.status, 3) << open.output;
  EXPECT_TRUE(OutputHas(open, " --out " + migration.scratch().Path("other") + "`")) << open.output;
  const ProcessResult sign =
      migration.RunProgram({"sign", "--item", "team_lead", "--item", "dba", "--by", "the lead",
                            "--out", migration.scratch().Path("other")});
  ASSERT_EQ(sign.status, 0) << sign.output;
  const ProcessResult go = migration.RunProgram(stage);
  EXPECT_EQ(go.status, 0) << go.output;
}

TEST(Sign, IsRequiredByAMergeToo) {
  SignedMigration migration("sign_merge");
  const std::string runs = migration.scratch().Path("runs");
  const auto check = [&](const std::string& id, const std::string& run) {
    return migration.RunProgram({"run", "--check", id, "--out", runs + "/" + run}).status;
  };
  ASSERT_EQ(check("row_count", "1"), 0);
  ASSERT_EQ(check("approvals", "2"), 3);
  const ProcessResult merged = migration.RunProgram({"evidence", "merge", runs, "gate"});
  EXPECT_EQ(merged.status, 3) << merged.output;
  EXPECT_TRUE(OutputHas(merged, "NOT RUN approvals.team_lead, approvals.dba: nobody has signed it"))
      << merged.output;
  ASSERT_EQ(migration
                .RunProgram({"waive", "--check", "approvals", "--subject", "*", "--finding",
                             "nobody has signed*", "--yes", "--reason", "tried before", "--owner",
                             "the team", "--until", "2999-12-31"})
                .status,
            0);
  const ProcessResult waived = migration.RunProgram(
      {"evidence", "merge", runs, "gate", "--out", migration.scratch().Path("merged")});
  EXPECT_EQ(waived.status, 0) << waived.output;
  EXPECT_TRUE(OutputHas(waived, "GO  1 passed, 0 failed, 0 errors, 0 not run, 2 waived\n"))
      << waived.output;
}

// Whoever signs as two persons is told before it is recorded, in whichever order.
TEST(Sign, RefusesOnePersonForTwoItems) {
  Json plan = Json::object();
  plan["checks"] = {
      {{"id", "approvals"},
       {"gate", "signoff"},
       {"ticket", "CHG-*"},
       {"items",
        {{"team_lead", {{"text", "It was reviewed."}, {"role", "lead"}, {"not_by", "dba"}}},
         {"dba", {{"text", "It was tried."}, {"role", "administrator"}}}}}}};
  SignedMigration migration("sign_two", plan);
  const auto sign = [&](const std::string& item, const std::string& by, const std::string& ticket) {
    return migration.RunProgram({"sign", "--item", item, "--by", by, "--ticket", ticket});
  };
  const ProcessResult without = sign("team_lead", "the lead", "4711");
  EXPECT_EQ(without.status, 2);
  EXPECT_TRUE(OutputHas(without,
                        "nothing is signed: the lead would have signed item team_lead without the "
                        "number of a ticket like CHG-*"))
      << without.output;
  ASSERT_EQ(sign("team_lead", "the lead", "CHG-1").status, 0);
  const ProcessResult same = sign("dba", "The Lead", "CHG-1");
  EXPECT_EQ(same.status, 2);
  EXPECT_TRUE(
      OutputHas(same,
                "nothing is signed: the lead would have signed item team_lead and item dba, "
                "too: another person must sign it"))
      << same.output;
  EXPECT_EQ(migration.Run().status, 3);
  ASSERT_EQ(sign("dba", "the deputy", "CHG-1").status, 0);
  const ProcessResult go = migration.Run();
  EXPECT_EQ(go.status, 0) << go.output;
}

// A rehearsal needs no signatures of people, and its own don't count for the migration.
TEST(SlowSign, IsDoneByARehearsalInItsOwnFile) {
  const Scratch fixture;
  fixture.File("schema.sql", "CREATE TABLE t (id integer PRIMARY KEY);");
  fixture.File("data.sql", "INSERT INTO t SELECT generate_series(1, 9);");
  fixture.File("rehearsal.env", "");
  const SignedMigration migration("sign_rehearse", {{"fixture", fixture.Path("")}});
  const std::string real = migration.scratch().Path("real.jsonl");
  const ProcessResult run = migration.RunProgram(
      {"rehearse", "--out", migration.scratch().Path("rehearsal")}, {{"GONOGO_SIGNOFFS", real}});
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_FALSE(std::filesystem::exists(real));
  EXPECT_FALSE(std::filesystem::exists(migration.folder()));
}

}  // namespace
}  // namespace gonogo::testing_support
