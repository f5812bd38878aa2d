// Which backup preflight may use again. Whether its files are whole, DumpDamage tells.
#include "stages/backup/earlier_backup.h"

#include <gtest/gtest.h>

#include "stages/stage_table.h"

namespace gonogo {
namespace {

constexpr const char* kTimeOfPreflight = "2026-02-21T12:00:00.000Z";

class EarlierBackupTest : public testing::Test {
 protected:
  EarlierBackupTest() {
    plan_.relations = {{.source = "public.users"}};
    taken_ = {.folder = "backup/1",
              .sha256 = "d1",
              .compared = 1,
              .taken_at = "2026-02-21T09:00:00.000Z",
              .database = "7 database 5",
              .compared_digest = ComparedDigest(plan_)};
  }

  std::string Found(const Json& given = {{"reuse_backup_hours", 12}},
                    const std::string& database = "7 database 5") {
    Ledger ledger;
    ledger.lines.push_back({.event = LedgerEvent::kStageEnded,
                            .stage = Phase::kPreflight,
                            .at = taken_.taken_at,
                            .details = {{"status", 1}, {"facts", {{"backup", ToJson(taken_)}}}}});
    if (!rolled_back_at_.empty()) {
      ledger.lines.push_back(
          {.event = LedgerEvent::kStageBegan, .stage = Phase::kRollback, .at = rolled_back_at_});
    }
    const Arguments arguments(given);
    const Environment environment;
    const ConnectionString endpoint;
    const StageRun run{.stage = StageOf(Phase::kPreflight),
                       .plan = plan_,
                       .environment = environment,
                       .arguments = arguments,
                       .source = endpoint,
                       .target = endpoint,
                       .migration = {}};
    const auto found = EarlierBackup(run, ledger, database, kTimeOfPreflight);
    return found ? found->folder : "";
  }

  Plan plan_;
  BackupFacts taken_;
  std::string rolled_back_at_;
};

TEST_F(EarlierBackupTest, IsUsedAgainEvenIfPreflightEndedNoGo) { EXPECT_EQ(Found(), "backup/1"); }

TEST_F(EarlierBackupTest, IsTooOldOrFromTheFuture) {
  EXPECT_EQ(Found({{"reuse_backup_hours", 3}}), "backup/1");
  EXPECT_EQ(Found({{"reuse_backup_hours", 2}}), "");
  EXPECT_EQ(Found({{"reuse_backup_hours", 0}}), "");
  taken_.taken_at = "2026-02-21T12:00:01.000Z";
  EXPECT_EQ(Found(), "");
  taken_.taken_at = "";  // of an older gonogo
  EXPECT_EQ(Found(), "");
}

TEST_F(EarlierBackupTest, IsOfAnotherDatabase) {
  EXPECT_EQ(Found({{"reuse_backup_hours", 12}}, "7 database 6"), "");
  taken_.database = "";
  EXPECT_EQ(Found(), "");
}

TEST_F(EarlierBackupTest, IsFromBeforeARollback) {
  rolled_back_at_ = "2026-02-21T08:59:59.000Z";
  EXPECT_EQ(Found(), "backup/1");
  rolled_back_at_ = "2026-02-21T09:30:00.000Z";
  EXPECT_EQ(Found(), "");
}

TEST_F(EarlierBackupTest, FailedItsTrialRestoreOrHadNoneOfTheSameRelations) {
  const Json tried = {{"reuse_backup_hours", 12}, {"restore_on", {{"env", "SCRATCH_URL"}}}};
  EXPECT_EQ(Found(tried), "backup/1");
  plan_.relations.push_back({.source = "public.orders"});
  EXPECT_EQ(Found(tried), "");
  EXPECT_EQ(Found(), "backup/1");
  taken_.different = 1;
  EXPECT_EQ(Found(), "") << "not even without a trial";
}

TEST_F(EarlierBackupTest, IsNeverUsedIfARollbackWouldRestoreIt) {
  plan_.baseline = BaselineTerms();
  EXPECT_EQ(Found(), "");
}

}  // namespace
}  // namespace gonogo
