// The execution report of a small ledger.
#include "reporters/execution_report.h"

#include <gtest/gtest.h>

#include <string_view>

#include "reporters/ledger_text.h"
#include "reporters/model/shown_text.h"
#include "tests/golden/hostile.h"

namespace gonogo {
namespace {

bool Has(const std::string& report, const std::string& text) {
  return report.find(text) != std::string::npos;
}

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
                    {"source_version", "13.14"},
                    {"target", "u@h:1/d"},
                    {"target_version", "17.2"},
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
  return ExecutionReport(SmallPlan(), ledger, {}, {}, {.now = "2026-02-21T10:00:00.000Z"});
}

TEST(ExecutionReport, ListsStagesAndTimeline) {
  EXPECT_EQ(
      Report(SampleLedger("NO-GO")),
      "# Execution report: small\n\n- plan: sha256 abc\n"
      "- written: 2026-02-21T10:00:00.000Z\n- begun: 2026-02-21T09:30:00.000Z, with g\n"
      "- by: a\\|b at here\n- source: u@old:1/d, PostgreSQL 13.14\n"
      "- target: u@h:1/d, PostgreSQL 17.2\n- total: 3.0 s\n"
      "\n## Stages\n\n| stage | outcome | took | cases | tables and rows | evidence |\n"
      "|---|---|---|---|---|---|\n"
      "| schema | NO-GO | 3.0 s |  |  | runs/1 |\n| verify | not done |  |  |  |  |\n"
      "\n## Reasons\n\n| stage | reason |\n|---|---|\n| schema | line break |\n"
      "\n## Timeline\n\n| T | UTC | stage | step | what |\n|---|---|---|---|---|\n"
      "| T+0 h 0 min 0.0 s | 2026-02-21T09:30:00.000Z | schema |  | begins, by a\\|b at here |\n"
      "| T+0 h 0 min 1.0 s | 2026-02-21T09:30:01.000Z | schema | migrate | begins |\n"
      "| T+0 h 0 min 2.0 s | 2026-02-21T09:30:02.000Z | schema | migrate | done |\n"
      "| T+0 h 0 min 3.0 s | 2026-02-21T09:30:03.000Z | schema |  | ends NO-GO |\n");
}

TEST(ExecutionReport, ListsAStageThatBrokeOff) {
  Ledger ledger = SampleLedger("GO");
  ledger.lines.pop_back();
  const std::string report = Report(ledger);
  EXPECT_TRUE(Has(report, "| schema | has not ended |")) << report;
  EXPECT_TRUE(Has(report, "- state: stage schema runs, or broke off: it has not ended\n"));
}

TEST(ExecutionReport, SaysWhichStageWaitsForAPerson) {
  const std::string report =
      ExecutionReport(SmallPlan(), SampleLedger("GO"), {}, {},
                      {.now = "2026-02-21T10:00:00.000Z", .waits = Phase::kCutover});
  EXPECT_TRUE(Has(report, "- state: stage cutover waits for a person to confirm it\n")) << report;
}

TEST(ExecutionReport, ShowsTheClockOfTheWindow) {
  const std::string report = ExecutionReport(
      SmallPlan(), SampleLedger("GO"), {}, {},
      {.now = "2026-02-21T10:00:00.000Z",
       .clock_of_plan = {{"now", "4 min are left"}, {"turn back by", "10:00, 1 min ago", true}}});
  EXPECT_TRUE(Has(report,
                  "\n## Clock\n\n- now: 4 min are left\n"
                  "- turn back by: 10:00, 1 min ago (late)\n"))
      << report;
}

TEST(ExecutionReport, SaysWhichTablesAndRowsWereMovedAndCounted) {
  Ledger ledger = SampleLedger("GO");
  Json& details = ledger.lines.back().details;
  details["facts"] = {{"relations", 33}, {"rows", 55928}, {"bytes", 8387545}, {"large_objects", 1}};
  details["counted"] = {{"tables", 1}, {"source_rows", 1}, {"target_rows", 0}};
  EXPECT_TRUE(Has(Report(ledger),
                  "| copied 33 tables, 55,928 rows, 9 MB, 1 large object; counted 1 table, 1 row "
                  "on the source, 0 on the target |"))
      << Report(ledger);
  details["facts"] = {{"rounds", 3}, {"green_in_a_row", 2}, {"lagged", 9}};
  details.erase("counted");
  EXPECT_TRUE(
      Has(Report(ledger), "| compared 3 times, the last 2 without a difference, 9 rows lagged |"))
      << Report(ledger);
  details["facts"] = {{"rehearsed", true}, {"rows", 215}, {"patch", "rollback/1.sql"}};
  EXPECT_TRUE(Has(Report(ledger), "| a patch of 215 rows |")) << Report(ledger);
}

// Values are text: they make no cell, no link, no element and no heading.
TEST(ExecutionReport, HasEveryValueAsText) {
  const auto marks = [](const std::string& text) {
    std::string found;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\\') {
        ++i;
      } else if (std::string_view("|<[`\n").find(text[i]) != std::string_view::npos) {
        found += text[i];
      }
    }
    return found;
  };
  const auto with = [](const std::string& text) {
    Ledger ledger = SampleLedger("NO-GO");
    for (LedgerLine& line : ledger.lines) {
      if (!line.step.empty()) line.step = text;
      for (const char* key : {"who", "host", "source", "target", "tool", "evidence", "outcome"}) {
        if (line.details.contains(key)) line.details[key] = text;
      }
      if (line.details.contains("reasons")) line.details["reasons"] = {text};
    }
    Plan plan = SmallPlan();
    plan.name = plan.summary = text;
    return ExecutionReport(plan, ledger, {}, {}, {.now = "2026-02-21T10:00:00.000Z"});
  };
  const std::string plain = marks(with("word"));
  for (const std::string& text : HostileTexts()) {
    const std::string report = with(text);
    ASSERT_EQ(marks(report), plain) << Shown(text, 200);
    ASSERT_FALSE(Has(report, "\xE2\x80\xAE"));
  }
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
                                             {.now = "2026-02-21T10:00:00.000Z"});
  const auto has = [&](const std::string& text) { return report.find(text) != std::string::npos; };
  EXPECT_TRUE(has("- waited for confirmations: 2.5 s\n")) << report;
  EXPECT_TRUE(has("| schema | GO | 3.0 s | 54 passed, 2 not run |  | runs/1 |\n")) << report;
  EXPECT_TRUE(has("| schema | e |\n| schema | 1 case waived, with 45 findings |\n")) << report;
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
      ExecutionReport(SmallPlan(), ledger, {}, {}, {.now = "2026-02-21T10:05:00.000Z"});
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
