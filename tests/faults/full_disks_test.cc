// A server that has no room left: for rows, for temporary files, for locks.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>

#include "tests/support/faults/faulty_server.h"
#include "tests/support/faults/small_disk.h"
#include "tests/support/faults/struck_case.h"

namespace gonogo::testing_support {
namespace {

TEST(FullDisk, EndsTheBackfillAndIsNamed) {
  if (!SmallDisk::IsPossible()) GTEST_SKIP() << "only root can mount a small disk";
  const StruckMigration migration(KindNamed("backfill"));
  const Cluster& target = TestPair().target;
  SmallDisk disk(32);
  Execute(target, "postgres", "CREATE TABLESPACE small LOCATION '" + disk.folder() + "'");
  Execute(target, "postgres", "ALTER DATABASE struck SET TABLESPACE small");
  disk.Fill();
  const StruckRun run = migration.Run({{}, {}});
  disk.Empty();
  EXPECT_EQ(run.result.status, 3) << run.result.output;
  EXPECT_TRUE(std::regex_search(
      run.result.output,
      std::regex(
          "relation public\\.[a-z]+: target: ERROR:  .*\\(SQLSTATE 53100\\); free space on that "
          "server's disk, and run again")))
      << run.result.output;
  EXPECT_EQ(migration.Left(), "");
  const ProcessResult again = migration.RunAgain();
  EXPECT_EQ(again.status, 0) << again.output;
  Execute(target, "postgres", "ALTER DATABASE struck SET TABLESPACE pg_default");
  Execute(target, "postgres", "DROP TABLESPACE small");
}

TEST(SlowFullDisk, OfTemporaryFilesIsNamed) {
  const StruckMigration migration(KindNamed("everything"));
  for (const char* const setting : {"temp_file_limit = '8kB'", "work_mem = '64kB'"}) {
    Execute(TestPair().source, "struck", std::string("ALTER DATABASE struck SET ") + setting);
  }
  const StruckRun run = migration.Run({{}, {}});
  Execute(TestPair().source, "struck", "ALTER DATABASE struck RESET ALL");
  EXPECT_EQ(run.result.status, 3) << run.result.output;
  EXPECT_TRUE(
      OutputHas(run.result,
                "source: ERROR:  temporary file size exceeds temp_file_limit (8kB) (SQLSTATE "
                "53400); raise temp_file_limit or work_mem for this role, and run again"))
      << run.result.output;
}

// The ledger has a part of a line, or none, and the report doesn't fit.
TEST(SlowFullDisk, OfTheMigrationEndsAStageThatCanGoOnLater) {
  if (!SmallDisk::IsPossible()) GTEST_SKIP() << "only root can mount a small disk";
  const StruckMigration migration(KindNamed("backfill"));
  const SmallDisk disk(1);
  const std::filesystem::path folder = migration.migration().folder();
  const std::string folder_on_disk = disk.folder() + "/migration";
  std::filesystem::copy(folder, folder_on_disk, std::filesystem::copy_options::recursive);
  std::filesystem::remove_all(folder);
  std::filesystem::create_directory_symlink(folder_on_disk, folder);
  disk.Fill();
  const ProcessResult run = migration.RunAgain();
  disk.Empty();
  EXPECT_EQ(run.status, 3) << run.output;
  EXPECT_TRUE(OutputHas(run, ": No space left on device")) << run.output;
  EXPECT_EQ(migration.Left(), "") << run.output;
  const ProcessResult again = migration.RunAgain();
  EXPECT_EQ(again.status, 0) << again.output;
}

// The steps of a stage are transactions, and a transaction has a lock for each table that it makes.
TEST(SlowFullLockTable, IsNamedWithTheSettingToRaise) {
  const StruckMigration migration(KindNamed("schema"));
  std::string tables = ReadFile(migration.migration().scratch().Path("steps/tables.sql"));
  for (int i = 0; i < 5'000; ++i) {
    tables += "CREATE TABLE public.many_" + std::to_string(i) + " ();\n";
  }
  migration.migration().RewriteStep("tables.sql", tables);
  const Cluster& target = TestPair().target;
  ExecuteAsAdmin(target, "ALTER SYSTEM SET max_locks_per_transaction = 10");
  Restart(target);
  const ProcessResult run = migration.migration().Stage({"all", "--until", "schema"});
  ExecuteAsAdmin(target, "ALTER SYSTEM RESET max_locks_per_transaction");
  Restart(target);
  EXPECT_EQ(run.status, 1) << run.output;
  EXPECT_TRUE(OutputHas(run, "out of shared memory")) << run.output;
  EXPECT_TRUE(OutputHas(run, "max_locks_per_transaction")) << run.output;
  EXPECT_EQ(migration.Left(), "");
}

}  // namespace
}  // namespace gonogo::testing_support
