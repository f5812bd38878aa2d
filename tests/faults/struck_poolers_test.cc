// A pooler between gonogo and the target that is paused, killed, or told to drop or renew its
// connections.
#include <gtest/gtest.h>

#include <functional>
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

// Runs that kind through a pooler, to which something happens when the source has sent half of what
// it sends in such a run.
StruckRun StruckInTheMiddle(StruckMigration& migration, const std::string& mode,
                            const std::function<void(Pooler&)>& act) {
  Pooler pooler(mode);
  const Variables pooled = {{"TGT_DB_URL", pooler.Url("struck")}};
  const StruckRun before = migration.Run({{}, {}}, pooled);
  EXPECT_EQ(before.result.status, 0) << before.result.output;
  migration.NoteWhatThereIs();
  const StruckRun run = migration.Run(
      {{.at_byte = before.bytes.source / 2, .act = [&] { act(pooler); }}, {}}, pooled);
  EXPECT_TRUE(run.is_struck.source);
  return run;
}

void ExpectLost(const StruckMigration& migration, const StruckRun& run) {
  EXPECT_EQ(run.result.status, 3) << run.result.output;
  EXPECT_TRUE(std::regex_search(run.result.output,
                                std::regex("target: .*(the connection was lost|can't connect to|"
                                           "somebody ended the pooler's sessions)")))
      << run.result.output;
  EXPECT_EQ(migration.Left(), "") << run.result.output;
}

TEST(StruckPoolers, ThatDieEndTheRun) {
  StruckMigration migration(KindNamed("gate"));
  ExpectLost(migration, StruckInTheMiddle(migration, "session", [](Pooler& one) { one.Kill(); }));
}

TEST(SlowStruckPoolers, ThatDropAllConnectionsEndTheRun) {
  StruckMigration migration(KindNamed("gate"));
  const auto kill = [](Pooler& one) { one.Tell("KILL struck"); };
  ExpectLost(migration, StruckInTheMiddle(migration, "session", kill));
}

// It closes a connection only after its client is through with it.
TEST(SlowStruckPoolers, ThatRenewTheirConnectionsDoNoHarm) {
  StruckMigration migration(KindNamed("gate"));
  const auto reconnect = [](Pooler& one) { one.Tell("RECONNECT"); };
  const StruckRun run = StruckInTheMiddle(migration, "session", reconnect);
  EXPECT_EQ(run.result.status, 0) << run.result.output;
}

}  // namespace
}  // namespace gonogo::testing_support
