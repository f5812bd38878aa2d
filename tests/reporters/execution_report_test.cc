// The execution report of a small ledger.
#include "reporters/execution_report.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

LedgerLine Line(LedgerEvent event, const std::string& step, std::int64_t seconds,
                const Json& details) {
  return {.event = event,
          .stage = Phase::kSchema,
          .step = step,
          .at = "2026-02-21T09:30:0" + std::to_string(seconds) + ".000Z",
          .offset = std::chrono::seconds(seconds),
          .details = details};
}

Ledger SampleLedger(const std::string& outcome) {
  return {.lines = {
              Line(LedgerEvent::kStageBegan, "", 0,
                   {{"who", "a|b"},
                    {"host", "here"},
                    {"source", "u@old:1/d"},
                    {"target", "u@h:1/d"},
                    {"tool", "g"}}),
              Line(LedgerEvent::kStepBegan, "migrate", 1, {{"digest", "x"}}),
              Line(LedgerEvent::kStepDone, "migrate", 2, {{"digest", "x"}}),
              Line(LedgerEvent::kStageEnded, "", 3,
                   {{"outcome", outcome}, {"reasons", {"line\nbreak"}}, {"evidence", "runs/1"}})}};
}

Plan SmallPlan() {
  Plan plan;
  plan.name = "small";
  plan.digest = "abc";
  plan.stages[Phase::kSchema] = Arguments();
  plan.stages[Phase::kVerify] = Arguments();
  return plan;
}

std::string Report(const Ledger& ledger) {
  return ExecutionReport(SmallPlan(), ledger, {}, {}, "2026-02-21T10:00:00.000Z");
}

TEST(ExecutionReport, ListsStagesAndTimeline) {
  EXPECT_EQ(
      Report(SampleLedger("NO-GO")),
      "# Execution report: small\n\n- plan: sha256 abc\n"
      "- written: 2026-02-21T10:00:00.000Z\n- begun: 2026-02-21T09:30:00.000Z, with g\n"
      "- source: u@old:1/d\n- target: u@h:1/d\n- total: 3.0 s\n"
      "\n## Stages\n\n| stage | outcome | took | cases | reasons | evidence |\n|---|---|---|---|---|---|\n"
      "| schema | NO-GO | 3.0 s |  | line break | runs/1 |\n| verify | not done |  |  |  |  |\n"
      "\n## Timeline\n\n| T | UTC | stage | step | what |\n|---|---|---|---|---|\n"
      "| T+0 h 0 min 0.0 s | 2026-02-21T09:30:00.000Z | schema |  | begins, by a\\|b at here |\n"
      "| T+0 h 0 min 1.0 s | 2026-02-21T09:30:01.000Z | schema | migrate | begins |\n"
      "| T+0 h 0 min 2.0 s | 2026-02-21T09:30:02.000Z | schema | migrate | done |\n"
      "| T+0 h 0 min 3.0 s | 2026-02-21T09:30:03.000Z | schema |  | ends NO-GO |\n");
}

TEST(ExecutionReport, ListsAStageThatBrokeOff) {
  Ledger ledger = SampleLedger("GO");
  ledger.lines.pop_back();
  EXPECT_NE(Report(ledger).find("| schema | broke off |"), std::string::npos);
}

// Whoever reads only this page must see on what the GO rests.
TEST(ExecutionReport, ListsTheWaiversOnWhichStagesPassed) {
  const Waiver used{.check = "rows",
                    .subject = "a|b",
                    .reason = "rebuilt",
                    .owner = "the team",
                    .until = "2026-02-21",
                    .finding = "*"};
  Waiver removed = used;
  removed.finding = "";
  removed.seen_in = "r1";
  Waiver unused = used;
  unused.subject = "c";
  unused.until = "2026-02-20";
  const auto recorded = [](const Waiver& waiver, int findings) {
    Json json = ToBriefJson(waiver);
    json.update({{"id", waiver.id()}, {"findings", findings}});
    return json;
  };
  Ledger ledger = SampleLedger("GO");
  ledger.lines.front().details["waited_ms"] = 2500;
  ledger.lines.back().details["reasons"] = {"a", "b", "c", "d", "e"};
  ledger.lines.back().details["cases"] = {{"passed", 54}, {"failed", 0}, {"not_run", 2}};
  ledger.lines.back().details["waived"] = {
      {{"check", "rows"},
       {"subject", "a|b"},
       {"waivers", {recorded(used, 40), recorded(removed, 5)}}}};
  const std::string report = ExecutionReport(SmallPlan(), ledger, {}, std::vector{used, unused},
                                             "2026-02-21T10:00:00.000Z");
  const auto has = [&](const std::string& text) { return report.find(text) != std::string::npos; };
  EXPECT_TRUE(has("- waited for confirmations: 2.5 s\n")) << report;
  EXPECT_TRUE(has(
      "| schema | GO | 3.0 s | 54 passed, 2 not run | a; b; c; and 2 more in the evidence; 1 case "
      "waived, with 45 findings | runs/1 |\n"))
      << report;
  EXPECT_TRUE(
      has("\n## Waivers\n\n| accepts | owner | until | reason | status | used in |\n"
          "|---|---|---|---|---|---|\n"
          "| rows.a\\|b, findings like * | the team | 2026-02-21 | rebuilt | in force | schema |\n"
          "| rows.c, findings like * | the team | 2026-02-20 | rebuilt | expired |  |\n"
          "| rows.a\\|b, the findings of run r1 | the team | 2026-02-21 | rebuilt | no longer "
          "there | schema |\n"))
      << report;
}

TEST(ExecutionReport, NamesTheBackupAndItsAge) {
  Ledger ledger = SampleLedger("GO");
  LedgerLine& end = ledger.lines.back();
  end.stage = Phase::kPreflight;
  end.details["facts"]["backup"] = ToJson(BackupFacts{.folder = "backup/1",
                                                      .bytes = 2'000'000,
                                                      .taken_at = "2026-02-21T07:00:00.000Z",
                                                      .reused = true});
  const std::string report =
      ExecutionReport(SmallPlan(), ledger, {}, {}, "2026-02-21T10:05:00.000Z");
  EXPECT_NE(
      report.find("- backup: backup/1, 2 MB, taken at 2026-02-21T07:00:00.000Z, 3 h 5 min "
                  "before this report; preflight used it again after verifying its digests\n"),
      std::string::npos)
      << report;
}

TEST(OffsetText, CountsFromTheFirstLine) {
  EXPECT_EQ(OffsetText(std::chrono::milliseconds(3'723'450)), "T+1 h 2 min 3.4 s");
}

}  // namespace
}  // namespace gonogo
