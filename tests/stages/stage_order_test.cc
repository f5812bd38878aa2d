// Which stages may run, and why others may not.
#include "stages/stage_order.h"

#include <gtest/gtest.h>

#include "core/error.h"
#include "core/plan/gate.h"

namespace gonogo {
namespace {

Plan ThreeStages() {
  Plan plan;
  plan.file = "plan.json";
  plan.digest = "d1";
  for (const Phase phase : {Phase::kSchema, Phase::kBackfill, Phase::kGate, Phase::kRollback}) {
    plan.stages[phase] = Arguments(Json{{"commands", Json::array()}});
  }
  return plan;
}

void Do(Ledger& ledger, Phase stage, int status = 0, std::string digest = "") {
  if (digest.empty()) digest = StageDigest(ThreeStages(), stage);
  const std::string at = "2026-02-21T09:30:0" + std::to_string(ledger.lines.size()) + ".000Z";
  ledger.lines.push_back({.event = LedgerEvent::kStageBegan,
                          .stage = stage,
                          .at = at,
                          .details = {{"stage_digest", digest}}});
  ledger.lines.push_back(
      {.event = LedgerEvent::kStageEnded,
       .stage = stage,
       .at = at,
       .details = {{"status", status}, {"outcome", status == 0 ? "GO" : "NO-GO"}}});
}

constexpr const char* kNow = "2026-02-21T09:31:00.000Z";

std::string RefusalOf(const Ledger& ledger, Phase stage) {
  try {
    RequireMayBegin(ThreeStages(), ledger, stage, {kNow});
  } catch (const PlanError& error) {
    return error.what();
  }
  return "";
}

TEST(Runbook, DoesNotIncludeRollback) {
  EXPECT_EQ(RunbookOf(ThreeStages()),
            (std::vector{Phase::kSchema, Phase::kBackfill, Phase::kGate}));
}

TEST(Runbook, RefusesAPlanWithoutStages) { EXPECT_THROW(RunbookOf(Plan()), PlanError); }

TEST(Runbook, AStageMayRunIfThoseBeforeItPassed) {
  Ledger ledger;
  EXPECT_EQ(RefusalOf(ledger, Phase::kSchema), "");
  Do(ledger, Phase::kSchema);
  EXPECT_EQ(RefusalOf(ledger, Phase::kBackfill), "");
  EXPECT_EQ(RefusalOf(ledger, Phase::kSchema), "");
}

TEST(Runbook, NamesTheStageToRunFirstAndTheReason) {
  Ledger ledger;
  EXPECT_EQ(RefusalOf(ledger, Phase::kGate),
            "stage gate needs stage schema, which hasn't run: run `gonogo stage schema --plan "
            "plan.json` first");
  Do(ledger, Phase::kSchema, 0, "d0");
  EXPECT_EQ(RefusalOf(ledger, Phase::kBackfill),
            "stage backfill needs stage schema, which ran under another plan or environment: "
            "run `gonogo stage schema --plan plan.json` first");
  Do(ledger, Phase::kSchema, 1);
  EXPECT_EQ(RefusalOf(ledger, Phase::kBackfill),
            "stage backfill needs stage schema, which ended NO-GO: run `gonogo stage schema --plan "
            "plan.json` first");
  Do(ledger, Phase::kSchema);
  ledger.lines.pop_back();
  EXPECT_EQ(
      RefusalOf(ledger, Phase::kBackfill),
      "stage backfill needs stage schema, which was interrupted at 2026-02-21T09:30:04.000Z: run "
      "`gonogo stage schema --plan plan.json` first");
}

TEST(Runbook, TheDigestChangesWithTheEnvironment) {
  Plan plan = ThreeStages();
  const std::string before = StageDigest(plan, Phase::kGate);
  const Gate row_count{.name = "row_count"};
  Check check;
  check.id = "rows";
  check.gate = &row_count;
  check.phases = {Phase::kGate};
  check.arguments = Arguments(Json{{"tolerance", 0}});
  plan.checks = {check};
  const std::string strict = StageDigest(plan, Phase::kGate);
  EXPECT_NE(strict, before);
  EXPECT_EQ(StageDigest(plan, Phase::kSchema), StageDigest(ThreeStages(), Phase::kSchema));
  plan.checks[0].arguments = Arguments(Json{{"tolerance", 1000}});
  EXPECT_NE(StageDigest(plan, Phase::kGate), strict);
}

TEST(Runbook, TheDigestOfAStageThatSetsFlagsChangesWithTheFile) {
  Plan plan = ThreeStages();
  plan.stages[Phase::kGate] = Arguments(
      Json{{"commands", Json::array({{{"name", "flip"}, {"flags", {{"WRITE_TO", "both"}}}}})}});
  plan.flag_file = "one.env";
  const std::string gate = StageDigest(plan, Phase::kGate);
  const std::string schema = StageDigest(plan, Phase::kSchema);
  plan.flag_file = "other.env";
  EXPECT_NE(StageDigest(plan, Phase::kGate), gate);
  EXPECT_EQ(StageDigest(plan, Phase::kSchema), schema);
}

TEST(Runbook, TheDigestOfAStageChangesWithItsFilesAlone) {
  Plan plan = ThreeStages();
  plan.files = {{.by = "stage schema", .name = "a.sql", .path = "a.sql", .sha256 = "1"}};
  const std::string gate = StageDigest(plan, Phase::kGate);
  const std::string schema = StageDigest(plan, Phase::kSchema);
  plan.files[0].sha256 = "2";
  EXPECT_EQ(StageDigest(plan, Phase::kGate), gate);
  EXPECT_NE(StageDigest(plan, Phase::kSchema), schema);
}

TEST(Runbook, NamesTheFileThatChanged) {
  Plan plan = ThreeStages();
  plan.files = {{.by = "stage schema", .name = "a.sql", .path = "a.sql", .sha256 = "1"}};
  Ledger ledger;
  Do(ledger, Phase::kSchema, 0, StageDigest(plan, Phase::kSchema));
  ledger.lines.front().details["files"] = plan.FileDigests();
  plan.files[0].sha256 = "2";
  try {
    RequireMayBegin(plan, ledger, Phase::kBackfill, {kNow});
    FAIL() << "may begin";
  } catch (const PlanError& error) {
    EXPECT_STREQ(error.what(),
                 "stage backfill needs stage schema, which ran before a change of a.sql: run "
                 "`gonogo stage schema --plan plan.json` first");
  }
}

TEST(Runbook, TellsAChangeOfThePlanFromOneOfTheEnvironment) {
  Plan plan = ThreeStages();
  Ledger ledger;
  EXPECT_EQ(WhyAgain(plan, ledger, Phase::kSchema), "");
  Do(ledger, Phase::kSchema);
  EXPECT_EQ(WhyAgain(plan, ledger, Phase::kSchema), "") << "it has passed";
  const std::string began = "stage schema began at 2026-02-21T09:30:00.000Z already, but ";
  ledger.lines.front().details["plan_digest"] = "d1";
  plan.stages[Phase::kSchema] = Arguments(Json{{"commands", Json::array()}, {"confirm", "NEW"}});
  EXPECT_EQ(WhyAgain(plan, ledger, Phase::kSchema), began + "ran under another environment");
  plan.digest = "d2";
  EXPECT_EQ(WhyAgain(plan, ledger, Phase::kSchema), began + "ran before a change of plan.json");
}

TEST(Runbook, RollbackNeedsNoOtherStage) { EXPECT_EQ(RefusalOf({}, Phase::kRollback), ""); }

TEST(Runbook, RefusesAStageThatThePlanLacks) {
  EXPECT_EQ(RefusalOf({}, Phase::kVerify), "plan.json: the plan has no stage \"verify\"");
}

TEST(Runbook, ContinuesAfterTheStagesThatPassed) {
  Ledger ledger;
  Do(ledger, Phase::kSchema);
  EXPECT_EQ(StagesLeft(ThreeStages(), ledger, {}, {}, {kNow}),
            (std::vector{Phase::kBackfill, Phase::kGate}));
  EXPECT_EQ(StagesLeft(ThreeStages(), ledger, Phase::kSchema, {}, {kNow}),
            (std::vector{Phase::kSchema, Phase::kBackfill, Phase::kGate}));
  EXPECT_THROW(StagesLeft(ThreeStages(), ledger, Phase::kGate, {}, {kNow}), PlanError);
}

}  // namespace
}  // namespace gonogo
