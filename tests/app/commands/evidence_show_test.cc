// gonogo evidence show: shows what a folder has, and never takes what is missing for good.
#include <gtest/gtest.h>

#include "core/record/ledger.h"
#include "fixtures/system/appended_file.h"
#include "reporters/verdict_json.h"
#include "tests/golden/sample_report.h"
#include "tests/support/chained_lines.h"
#include "tests/support/gonogo_program.h"

namespace gonogo::testing_support {
namespace {

class EvidenceShow : public testing::Test {
 protected:
  // Writes the evidence of the sample run with these cases.
  void Write(const std::vector<CaseResult>& cases, const std::string& folder = "") {
    const RunHeader header = SampleHeader();
    std::filesystem::create_directories(scratch_.Path(folder));
    std::string lines = ToText(ToJson(header)) + "\n";
    for (const CaseResult& one : cases) lines += ToText(ToJson(one, header)) + "\n";
    lines = Chained(lines);
    scratch_.File(folder + "evidence.jsonl", lines);
    const Evidence evidence{
        .run = header, .cases = cases, .contradictions = {}, .chain = EndOf(lines)};
    scratch_.File(folder + "verdict.json",
                  ToText(VerdictJson(evidence, Judge(evidence), 1, "2026-01-02T03:04:15.000Z")));
  }

  ProcessResult Show() const {
    return RunGonogo({"evidence", "show", scratch_.Path(""), "--html"});
  }

  Scratch scratch_;
};

TEST_F(EvidenceShow, PrintsThePage) {
  Write(SampleCases());
  const ProcessResult shown = Show();
  EXPECT_EQ(shown.status, 1);
  EXPECT_TRUE(OutputHas(shown, "<title>NO-GO - moving verify, gate</title>")) << shown.output;
}

TEST_F(EvidenceShow, PrintsAFewLinesUnlessAskedForMore) {
  Write(SampleCases());
  const ProcessResult shown = RunGonogo({"evidence", "show", scratch_.Path("")});
  EXPECT_EQ(shown.status, 1);
  EXPECT_TRUE(shown.output.starts_with("**NO-GO: `moving` verify, gate")) << shown.output;
  const ProcessResult summary = RunGonogo({"evidence", "show", scratch_.Path(""), "--summary"});
  EXPECT_TRUE(summary.output.starts_with("# NO-GO: `moving` verify, gate")) << summary.output;
}

TEST_F(EvidenceShow, PrintsValuesForAPipeline) {
  Write(SampleCases());
  const auto values = [this] {
    return RunGonogo({"evidence", "show", scratch_.Path("run"), "--values"});
  };
  std::filesystem::create_directories(scratch_.Path("run"));
  std::filesystem::rename(scratch_.Path("evidence.jsonl"), scratch_.Path("run/evidence.jsonl"));
  std::filesystem::rename(scratch_.Path("verdict.json"), scratch_.Path("run/verdict.json"));
  const ProcessResult of_run = values();
  EXPECT_EQ(of_run.status, 1);
  EXPECT_TRUE(of_run.output.starts_with("run_id=20260102T030405Z-0001\nblockers=1\n"))
      << of_run.output;
  const std::string folder = "evidence=" + scratch_.Path("run") + "\n";
  EXPECT_TRUE(OutputHas(of_run, folder)) << of_run.output;
  // A migration that broke off before its first check has a folder, too.
  std::filesystem::remove(scratch_.Path("run/evidence.jsonl"));
  scratch_.File("run/ledger.jsonl",
                R"({"event":"stage began","stage":"preflight","at":"2026-02-21T09:30:00.000Z",)"
                R"("t_offset_ms":0,"details":{"who":"op","host":"h","pid":1,"tool":"gonogo 0.1.0",)"
                R"("plan":"shop","plan_digest":"","source":"a","target":"b"}})"
                "\n");
  const ProcessResult of_migration = values();
  EXPECT_EQ(of_migration.status, 3);
  EXPECT_TRUE(OutputHas(of_migration, folder)) << of_migration.output;
}

TEST_F(EvidenceShow, HasNoVerdictIfTheRunBrokeOff) {
  Write(SampleCases());
  std::filesystem::remove(scratch_.Path("verdict.json"));
  const ProcessResult shown = Show();
  EXPECT_EQ(shown.status, 3);
  EXPECT_TRUE(OutputHas(shown, "<title>NO VERDICT - moving")) << shown.output;
  EXPECT_TRUE(OutputHas(shown, "No verdict: the run broke off before it wrote verdict.json."));
}

TEST_F(EvidenceShow, SaysThatTheRunGoesOn) {
  Write({SampleCases().front()});
  std::filesystem::remove(scratch_.Path("verdict.json"));
  AppendedFile run(scratch_.Path("evidence.jsonl"));
  run.MarkAsBeingWritten();
  const ProcessResult shown = Show();
  EXPECT_EQ(shown.status, 3);
  EXPECT_TRUE(OutputHas(shown, "<title>RUNNING - moving")) << shown.output;
  EXPECT_TRUE(OutputHas(shown, "No verdict yet: the run goes on, 1 of 8 cases so far."));
}

TEST_F(EvidenceShow, NamesLinesThatCannotBeRead) {
  Write(SampleCases());
  scratch_.File("evidence.jsonl", ReadFile(scratch_.Path("evidence.jsonl")) + "{\"type\":");
  const ProcessResult shown = Show();
  EXPECT_EQ(shown.status, 3);
  EXPECT_TRUE(OutputHas(shown, "evidence.jsonl:9: not JSON at line 1, column 9")) << shown.output;
}

TEST_F(EvidenceShow, HasNoVerdictIfTwoFilesContradictEachOther) {
  Write(SampleCases());
  std::string verdict = ReadFile(scratch_.Path("verdict.json"));
  verdict.replace(verdict.find("\"text\":\"NO-GO\""), 14, "\"text\":\"GO\"");
  scratch_.File("verdict.json", verdict);
  const ProcessResult shown = Show();
  EXPECT_EQ(shown.status, 3);
  EXPECT_TRUE(OutputHas(shown, "verdict.json says GO, but NO-GO follows from evidence.jsonl"));
}

TEST_F(EvidenceShow, NamesTheLineThatBreaksTheChain) {
  Write(SampleCases());
  std::string lines = ReadFile(scratch_.Path("evidence.jsonl"));
  lines.replace(lines.find("\"duration_ms\":"), 14, "\"duration_ms\":1");
  scratch_.File("evidence.jsonl", lines);
  const ProcessResult shown = Show();
  EXPECT_EQ(shown.status, 3);
  EXPECT_TRUE(OutputHas(shown, "evidence.jsonl:3: ")) << shown.output;
  EXPECT_TRUE(OutputHas(shown, "the SHA-256 of line 2: that line was changed or replaced"));
  // The last line has none after it.
  Write(SampleCases());
  lines = ReadFile(scratch_.Path("evidence.jsonl"));
  scratch_.File("evidence.jsonl", lines.substr(0, lines.rfind("{\"seq\"")));
  EXPECT_TRUE(OutputHas(Show(), "verdict.json is of 8 lines"));
}

// The checks may be well, and a step of the stage not.
TEST_F(EvidenceShow, ShowsTheStageThatEndedLast) {
  Ledger ledger = SampleLedger();
  ledger.lines.pop_back();
  ledger.lines.back().details["reasons"] = {"command freeze: exit status 1"};
  std::string lines;
  for (const LedgerLine& line : ledger.lines) lines += ToText(ToJson(line)) + "\n";
  scratch_.File("ledger.jsonl", lines);
  Write({}, "runs/1/");
  const ProcessResult shown = Show();
  EXPECT_EQ(shown.status, 1);
  EXPECT_TRUE(OutputHas(shown, "<h2>Stages</h2>")) << shown.output;
  EXPECT_TRUE(OutputHas(shown, "command freeze: exit status 1"));
  EXPECT_TRUE(OutputHas(shown, "row_count.public.users</code>"));
  EXPECT_TRUE(OutputHas(shown, "<a href=\"runs/1/report.html\">3 cases</a>"));
}

// A page of an earlier stage that is GO would be taken for the one that broke off.
TEST_F(EvidenceShow, HasNoVerdictIfAStageHasNotEnded) {
  Ledger ledger = SampleLedger();
  for (LedgerLine& line : ledger.lines) {
    if (line.event == LedgerEvent::kStageEnded) line.details = {{"outcome", "GO"}};
  }
  std::string lines;
  for (const LedgerLine& line : ledger.lines) lines += ToText(ToJson(line)) + "\n";
  scratch_.File("ledger.jsonl", lines);
  const ProcessResult shown = Show();
  EXPECT_EQ(shown.status, 3) << shown.output;
  EXPECT_TRUE(OutputHas(shown, "No verdict: stage gate has not ended: it runs, or broke off."));
}

TEST_F(EvidenceShow, RefusesAFolderWithoutEvidence) {
  const ProcessResult shown = Show();
  EXPECT_EQ(shown.status, 2);
  EXPECT_TRUE(OutputHas(shown, "has neither evidence.jsonl nor ledger.jsonl")) << shown.output;
}

}  // namespace
}  // namespace gonogo::testing_support
