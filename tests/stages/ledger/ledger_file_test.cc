// Writing and reading ledger.jsonl, also after a crash.
#include "stages/ledger/ledger_file.h"

#include <gtest/gtest.h>

#include <fstream>

#include "core/error.h"
#include "tests/support/gonogo_program.h"

namespace gonogo {
namespace {

using testing_support::ReadFile;
using testing_support::Scratch;

TEST(LedgerFile, IsReadAsItWasWritten) {
  const Scratch scratch;
  const std::string path = scratch.Path("deep/er/ledger.jsonl");
  {
    LedgerFile file(path);
    file.Append(LedgerEvent::kStageBegan, Phase::kSchema, "", {{"plan_digest", "d"}});
    file.Append(LedgerEvent::kStepDone, Phase::kSchema, "enums", {{"statements", 8}});
  }
  const Ledger ledger = ReadLedger(path);
  ASSERT_EQ(ledger.lines.size(), 2U);
  EXPECT_EQ(ledger.lines[0].offset.count(), 0);
  EXPECT_GE(ledger.lines[1].offset.count(), 0);
  EXPECT_EQ(ledger.lines[1].step, "enums");
}

TEST(LedgerFile, CutsOffAPartialLastLine) {
  const Scratch scratch;
  const std::string path = scratch.Path("ledger.jsonl");
  LedgerFile(path).Append(LedgerEvent::kStageBegan, Phase::kSchema, "", {{"plan_digest", "d"}});
  std::ofstream(path, std::ios::app) << "{\"event\": \"stage e";
  LedgerFile(path).Append(LedgerEvent::kStageBegan, Phase::kSchema, "", {{"plan_digest", "d"}});
  EXPECT_EQ(ReadLedger(path).lines.size(), 2U) << ReadFile(path);
}

// A rollback must be possible then, too.
TEST(LedgerFile, KeepsItsOrderIfTheClockIsSetBack) {
  const Scratch scratch;
  const std::string path = scratch.File(
      "ledger.jsonl", R"({"event":"stage began","stage":"schema","at":"2999-01-01T00:00:00.000Z",)"
                      R"("t_offset_ms":0,"details":{}})"
                      "\n");
  LedgerFile file(path);
  EXPECT_THROW(file.RequireClock(), PlanError);
  file.Append(LedgerEvent::kStageBegan, Phase::kRollback, "", {});
  EXPECT_GT(file.clock_set_back(), std::chrono::hours(24));
  EXPECT_EQ(ReadLedger(path).lines.at(1).at, "2999-01-01T00:00:00.000Z");
}

TEST(LedgerFile, IsEmptyWithoutAFile) {
  EXPECT_TRUE(ReadLedger("/nonexistent/ledger.jsonl").lines.empty());
}

}  // namespace
}  // namespace gonogo
