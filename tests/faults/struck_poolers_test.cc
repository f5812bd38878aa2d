// A pooler between gonogo and the target that is paused.
#include <gtest/gtest.h>

#include <memory>
#include <regex>

#include "fixtures/rehearsal/running_pooler.h"
#include "fixtures/system/process.h"
#include "tests/support/faults/struck_migration.h"

namespace gonogo::testing_support {
namespace {

constexpr const char* kSettings = "admin_users = gonogo\nquery_wait_timeout = 3\n";

// A pooler that can be told what to do, and killed.
class Pooler {
 public:
  explicit Pooler(const std::string& mode)
      : pooler_(std::make_unique<RunningPooler>(TestPair().target, mode, 10, kSettings)) {}

  std::string Url(const std::string& database) const { return pooler_->Url(database); }

  // libpqxx doesn't take pgbouncer's console for a server.
  void Tell(const std::string& command) const {
    RunOrThrow({.words = {"psql", "--no-psqlrc", "--quiet", "--command=" + command,
                          pooler_->Url("pgbouncer") + "?sslmode=disable"}});
  }
  void Kill() { pooler_.reset(); }

 private:
  std::unique_ptr<RunningPooler> pooler_;
};

constexpr const char* kPaused =
    "target: .*(query_wait_timeout.*the pooler had no connection to its server to give|no answer within)";

// It gives no connection to new sessions, and waits for the old ones to end.
TEST(SlowStruckPoolers, SayThatTheyArePaused) {
  const StruckMigration migration(KindNamed("backfill"));
  Pooler pooler("session");
  pooler.Tell("PAUSE");
  const StruckRun run = migration.Run({{}, {}}, {{"TGT_DB_URL", pooler.Url("struck")}});
  pooler.Kill();
  EXPECT_EQ(run.result.status, 3) << run.result.output;
  EXPECT_TRUE(std::regex_search(run.result.output, std::regex(kPaused))) << run.result.output;
  EXPECT_EQ(migration.Left(), "") << run.result.output;
}

}  // namespace
}  // namespace gonogo::testing_support
