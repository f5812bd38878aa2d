// What `gonogo board` shows of the files of a migration, as they come and go.
#include "app/board/followed.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <thread>

#include "fixtures/system/chained_file.h"
#include "reporters/verdict_json.h"
#include "tests/golden/sample_report.h"
#include "tests/support/chained_lines.h"
#include "tests/support/gonogo_program.h"

namespace gonogo::testing_support {
namespace {

namespace fs = std::filesystem;

RunHeader HeaderOf(const std::string& run, const std::string& started) {
  RunHeader header = SampleHeader();
  header.run = run;
  header.started = started;
  return header;
}

LedgerLine LineOf(LedgerEvent event, const std::string& at, Json details = Json::object()) {
  return {.event = event,
          .stage = Phase::kGate,
          .step = event == LedgerEvent::kStepBegan ? "analyze" : "",
          .at = at,
          .details = std::move(details)};
}

class FollowedTest : public testing::Test {
 protected:
  FollowedTest() : followed_(std::nullopt, MigrationFolderAt(scratch_.Path("m")), "", {}) {
    fs::create_directories(scratch_.Path("m"));
  }

  // A run that goes on as long as the file exists.
  std::unique_ptr<ChainedFile> Begin(const std::string& folder, const RunHeader& header) {
    const fs::path path = scratch_.Path("m/" + folder);
    fs::create_directories(path);
    auto file = std::make_unique<ChainedFile>(path / "evidence.jsonl");
    file->MarkAsBeingWritten();
    file->Append(ToJson(header));
    return file;
  }

  // The verdict on what the folder has.
  void Judged(const std::string& folder, Evidence evidence) const {
    evidence.chain = EndOf(ReadFile(scratch_.Path("m/" + folder + "/evidence.jsonl")));
    scratch_.File("m/" + folder + "/verdict.json",
                  ToText(VerdictJson(evidence, Judge(evidence), 1, "2026-01-02T03:09:00.000Z")));
  }

  void WriteLedger(const std::vector<LedgerLine>& lines) const {
    std::string text;
    for (const LedgerLine& line : lines) text += ToText(ToJson(line)) + "\n";
    scratch_.File("m/ledger.jsonl", text);
  }

  // Returns the headline and the run that are shown next.
  std::string Next(int tries = 200) {
    shown_.reset();
    for (int i = 0; i < tries && !shown_; ++i) {
      followed_.LookAgain([this](const RunReport& report) { shown_ = report; },
                          [](const CaseResult&, const RunHeader&) {});
      if (!shown_) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return shown_ ? HeadlineOf(*shown_) + " " + shown_->evidence.run.run : "nothing new";
  }

  Scratch scratch_;
  Followed followed_;
  std::optional<RunReport> shown_;
};

TEST_F(FollowedTest, WaitsForTheFirstRun) {
  EXPECT_EQ(Next(), "NOTHING YET ");
  auto run = Begin("runs/1", HeaderOf("one", "2026-01-02T03:00:00.000Z"));
  EXPECT_EQ(Next(), "RUNNING one");
  EXPECT_EQ(shown_->underway->text, "the run goes on, 0 of 8 cases so far");
}

TEST_F(FollowedTest, ShowsEachCaseAndThenTheVerdict) {
  const RunHeader header = HeaderOf("one", "2026-01-02T03:00:00.000Z");
  auto run = Begin("runs/1", header);
  Next();
  for (std::size_t i = 0; i < SampleCases().size(); ++i) {
    run->Append(ToJson(SampleCases()[i], header));
    EXPECT_EQ(Next(), "RUNNING one");
    EXPECT_EQ(shown_->evidence.cases.size(), i + 1);
  }
  Judged("runs/1", {.run = header, .cases = SampleCases()});
  EXPECT_EQ(Next(), "NO-GO one");
  EXPECT_TRUE(shown_->doubts.empty());
}

TEST_F(FollowedTest, ShowsNoHalfLine) {
  const RunHeader header = HeaderOf("one", "2026-01-02T03:00:00.000Z");
  auto run = Begin("runs/1", header);
  Next();
  const std::string line = ChainedText(ToJson(SampleCases().front(), header), run->end());
  std::ofstream file(scratch_.Path("m/runs/1/evidence.jsonl"), std::ios::app);
  file << line.substr(0, 40) << std::flush;
  EXPECT_EQ(Next(), "RUNNING one");
  file << line.substr(40) << std::endl;
  Next();
  EXPECT_EQ(shown_->evidence.cases.size(), 1U);
}

TEST_F(FollowedTest, SaysThatARunBrokeOff) {
  auto run = Begin("runs/1", HeaderOf("one", "2026-01-02T03:00:00.000Z"));
  EXPECT_EQ(Next(), "RUNNING one");
  run.reset();  // its process died, and changed no file
  EXPECT_EQ(Next(), "NO VERDICT one");
  EXPECT_EQ(shown_->doubts.front(), "the run broke off before it wrote verdict.json");
}

TEST_F(FollowedTest, GoesToTheNewestRunAndBack) {
  auto old = Begin("20260102T030000Z-ffff-gate", HeaderOf("one", "2026-01-02T03:00:00.000Z"));
  EXPECT_EQ(Next(), "RUNNING one");
  auto later = Begin("named by hand", HeaderOf("two", "2026-01-02T04:00:00.000Z"));
  EXPECT_EQ(Next(), "RUNNING two");
  fs::remove_all(scratch_.Path("m/named by hand"));
  EXPECT_EQ(Next(), "RUNNING one");
  fs::remove_all(scratch_.Path("m/20260102T030000Z-ffff-gate"));
  EXPECT_EQ(Next(), "NOTHING YET ");
}

TEST_F(FollowedTest, ShowsWhatIsLeftOfAFileThatWasCut) {
  const RunHeader header = HeaderOf("one", "2026-01-02T03:00:00.000Z");
  auto run = Begin("runs/1", header);
  for (const CaseResult& one : SampleCases()) run->Append(ToJson(one, header));
  Next();
  EXPECT_EQ(shown_->evidence.cases.size(), SampleCases().size());
  const fs::path file = scratch_.Path("m/runs/1/evidence.jsonl");
  fs::resize_file(file, ChainedText(ToJson(header), {}).size() + 1);
  EXPECT_EQ(Next(), "RUNNING one");
  EXPECT_TRUE(shown_->evidence.cases.empty());
  fs::resize_file(file, 0);
  EXPECT_EQ(Next(), "NO VERDICT ");
}

TEST_F(FollowedTest, ShowsAStageFromItsBeginToItsEnd) {
  auto by_hand = Begin("1", HeaderOf("by hand", "2026-01-02T02:00:00.000Z"));
  EXPECT_EQ(Next(), "RUNNING by hand");
  by_hand.reset();
  Next();
  std::array<char, 256> host{};
  ASSERT_EQ(gethostname(host.data(), host.size() - 1), 0);
  std::vector<LedgerLine> lines = {LineOf(LedgerEvent::kStageBegan, "2026-01-02T03:00:00.000Z",
                                          {{"host", host.data()}, {"pid", 0}, {"plan", "moving"}})};
  WriteLedger(lines);
  EXPECT_EQ(Next(), "NO VERDICT ");
  EXPECT_EQ(shown_->doubts.front(), "stage gate has not ended: it broke off");
  lines.front().details["host"] = "elsewhere";
  WriteLedger(lines);
  Next();
  EXPECT_EQ(shown_->doubts.front(), "stage gate has not ended: it runs, or broke off");
  auto run = Begin("runs/20260102T030000Z-0001-gate",
                   HeaderOf("of the stage", "2026-01-02T03:00:01.000Z"));
  EXPECT_EQ(Next(), "NO VERDICT of the stage");
  run.reset();
  Judged("runs/20260102T030000Z-0001-gate",
         {.run = HeaderOf("of the stage", "2026-01-02T03:00:01.000Z"), .cases = {}});
  lines.push_back(LineOf(LedgerEvent::kStageEnded, "2026-01-02T03:10:00.000Z",
                         {{"outcome", "NO-GO"}, {"evidence", "runs/20260102T030000Z-0001-gate"}}));
  WriteLedger(lines);
  EXPECT_EQ(Next(), "NO-GO of the stage");
}

// Only gonogo itself begins stages, so that a program that has got its number since isn't taken for
// it: this test isn't called gonogo.
TEST_F(FollowedTest, TakesNoOtherProgramForAStage) {
  std::array<char, 256> host{};
  ASSERT_EQ(gethostname(host.data(), host.size() - 1), 0);
  WriteLedger({LineOf(LedgerEvent::kStageBegan, "2026-01-02T03:00:00.000Z",
                      {{"host", host.data()}, {"pid", getpid()}})});
  EXPECT_EQ(Next(), "NO VERDICT ");
  EXPECT_EQ(shown_->doubts.front(), "stage gate has not ended: it broke off");
}

// A report takes time, and a case should be shown at once.
TEST_F(FollowedTest, ShowsCasesBetweenReports) {
  const RunHeader header = HeaderOf("one", "2026-01-02T03:00:00.000Z");
  auto run = Begin("runs/1", header);
  Followed rarely(std::nullopt, MigrationFolderAt(scratch_.Path("m")), "", std::chrono::hours(1));
  int reports = 0;
  std::vector<std::string> ended;
  const auto look = [&] {
    rarely.LookAgain([&](const RunReport&) { ++reports; },
                     [&](const CaseResult& one, const RunHeader& of) {
                       ended.push_back(of.run + " " + one.name());
                     });
  };
  look();
  EXPECT_TRUE(ended.empty());
  run->Append(ToJson(SampleCases().at(0), header));
  look();
  EXPECT_EQ(ended, std::vector<std::string>{"one " + SampleCases().at(0).name()});
  run->Append(ContradictionJson("no case"));
  std::ofstream(scratch_.Path("m/runs/1/evidence.jsonl"), std::ios::app) << "no line\nhalf a li";
  look();
  EXPECT_EQ(ended.size(), 1U);
  fs::resize_file(scratch_.Path("m/runs/1/evidence.jsonl"), 10);
  look();
  auto later = Begin("runs/2", HeaderOf("two", "2026-01-02T04:00:00.000Z"));
  later->Append(ToJson(SampleCases().at(1), header));
  look();
  EXPECT_EQ(ended.size(), 1U) << "a case of a run that isn't shown yet";
  EXPECT_EQ(reports, 1);
}

TEST_F(FollowedTest, MakesNoReportUnlessSomethingChanged) {
  auto run = Begin("runs/1", HeaderOf("one", "2026-01-02T03:00:00.000Z"));
  EXPECT_EQ(Next(), "RUNNING one");
  EXPECT_EQ(Next(20), "nothing new");
}

}  // namespace
}  // namespace gonogo::testing_support
