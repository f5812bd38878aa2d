// Facts of the ledger: they are read as they were written, and old ledgers stay readable.
#include "core/record/facts.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

TEST(Facts, OfABackupAreReadAsTheyWereWritten) {
  const Json json = ToJson(BackupFacts{.folder = "backup/20260221T093000Z-1",
                                       .bytes = 9,
                                       .entries = 4,
                                       .sha256 = "d1",
                                       .took = std::chrono::milliseconds(1500),
                                       .compared = 3,
                                       .restored = std::chrono::milliseconds(2500),
                                       .taken_at = "2026-02-21T09:30:00.000Z",
                                       .database = "7001/5",
                                       .compared_digest = "d2",
                                       .reused = true});
  EXPECT_EQ(ToText(json),
            R"({"folder":"backup/20260221T093000Z-1","bytes":9,"entries":4,"sha256":"d1",)"
            R"("took_ms":1500,"compared":3,"restored_ms":2500,)"
            R"("taken_at":"2026-02-21T09:30:00.000Z","database":"7001/5","different":0,)"
            R"("compared_digest":"d2","reused":true})");
  EXPECT_EQ(ToText(ToJson(BackupFactsFrom(json))), ToText(json));
}

TEST(Facts, OfABaselineAreReadAsTheyWereWritten) {
  const Json json =
      ToJson(BaselineFacts{.file = "baseline.json", .digest = "d1", .sizes = {{"database", 8192}}});
  EXPECT_EQ(ToText(json), R"({"file":"baseline.json","digest":"d1","sizes":{"database":8192}})");
  EXPECT_EQ(ToText(ToJson(BaselineFactsFrom(json))), ToText(json));
}

TEST(Facts, OfAMarkAreReadAsTheyWereWritten) {
  const Json json = ToJson(MarkFacts{.snapshot = "745:747:745",
                                     .at = "2026-02-21T09:30:00.000Z",
                                     .system_identifier = "7001",
                                     .database_oid = "5"});
  EXPECT_EQ(ToText(json), R"({"snapshot":"745:747:745","at":"2026-02-21T09:30:00.000Z",)"
                          R"("system_identifier":"7001","database_oid":"5"})");
  EXPECT_EQ(ToText(ToJson(MarkFactsFrom(json))), ToText(json));
  EXPECT_EQ(
      MarkFactsFrom(
          {{"snapshot", "3:3:"}, {"at", ""}, {"system_identifier", nullptr}, {"database_oid", "5"}})
          .system_identifier,
      std::nullopt);
}

TEST(Facts, OfSequencesAreReadAsTheyWereWritten) {
  const Json json = ToJson(SequenceFacts{.taken_at = "2026-02-21T09:30:00.000Z",
                                         .system_identifier = {},
                                         .database_oid = "5",
                                         .places = {{"public.s", 9007199254740993}}});
  EXPECT_EQ(ToText(json), R"({"taken_at":"2026-02-21T09:30:00.000Z","system_identifier":null,)"
                          R"("database_oid":"5","places":{"public.s":9007199254740993}})");
  EXPECT_EQ(ToText(ToJson(SequenceFactsFrom(json))), ToText(json));
}

TEST(Facts, OfASnapshotAreReadAsTheyWereWritten) {
  const Json json =
      ToJson(SnapshotFacts{.folder = "backup/1", .bytes = 9, .sha256 = "d1", .keep_days = 7});
  EXPECT_EQ(ToText(json), R"({"folder":"backup/1","bytes":9,"sha256":"d1","keep_days":7})");
  EXPECT_EQ(ToText(ToJson(SnapshotFactsFrom(json))), ToText(json));
}

TEST(Facts, OfARollbackGetItsDurationFromTheRunOfTheStage) {
  Json json = ToJson(RollbackFacts{.rehearsed = true,
                                   .rows = 3,
                                   .different = {"public.users: 3 rows missing"},
                                   .patch = "rollback/1.sql"});
  EXPECT_EQ(ToText(json), R"({"rehearsed":true,"rows":3,)"
                          R"("different":["public.users: 3 rows missing"],)"
                          R"("patch":"rollback/1.sql"})");
  json["took_ms"] = 1200;
  const RollbackFacts facts = RollbackFactsFrom(json);
  EXPECT_TRUE(facts.rehearsed);
  EXPECT_EQ(facts.rows, 3);
  EXPECT_EQ(facts.took.count(), 1200);
}

TEST(Facts, OfARestoreAreARollbackThatWasNotRehearsed) {
  const RollbackFacts facts = RollbackFactsFrom({{"restored", "backup/1"}, {"digest", "d1"}});
  EXPECT_FALSE(facts.rehearsed);
  EXPECT_EQ(facts.rows, 0);
}

TEST(Facts, OfAWatchAreReadAsTheyWereWritten) {
  const Json json =
      ToJson(WatchFacts{.rounds = 5, .green_in_a_row = 2, .lagged = 7, .series = "watch/1.jsonl"});
  EXPECT_EQ(ToText(json), R"({"rounds":5,"green_in_a_row":2,"lagged":7,"series":"watch/1.jsonl"})");
  EXPECT_EQ(ToText(ToJson(WatchFactsFrom(json))), ToText(json));
}

TEST(Facts, OfChecksAreReadAsTheyWereWritten) {
  const Json json = ToJson(ChecksFacts{
      .status = 1, .evidence = "runs/1", .sums = "ab", .reasons = {"rows: FAIL"}, .look = "d1"});
  EXPECT_EQ(ToText(json),
            R"({"status":1,"evidence":"runs/1","sums":"ab","reasons":["rows: FAIL"],"look":"d1"})");
  EXPECT_EQ(ToText(ToJson(ChecksFactsFrom(json))), ToText(json));
}

TEST(Facts, WithoutWhatCannotBeGuessedAreRefused) {
  EXPECT_THROW(BackupFactsFrom({{"folder", "backup/1"}}), Json::exception);
  EXPECT_THROW(BaselineFactsFrom({{"file", "baseline.json"}}), Json::exception);
  EXPECT_THROW(SchemaFactsFrom({{"file", "schema_of_source.json"}}), Json::exception);
  EXPECT_THROW(SnapshotFactsFrom({{"folder", "backup/1"}, {"sha256", "d1"}}), Json::exception);
}

}  // namespace
}  // namespace gonogo
