// A server or a role that has no connection left.
#include <gtest/gtest.h>

#include <regex>

#include "fixtures/throwaway/cluster_sql.h"
#include "tests/support/faults/faulty_server.h"
#include "tests/support/faults/struck_case.h"

namespace gonogo::testing_support {
namespace {

std::vector<OtherSession> taken;

// Before the run, because taking them lasts as long as gonogo waits for a connection.
Strike TakeAll(const Cluster& cluster) {
  taken = TakeAllConnections(cluster);
  return {};
}

constexpr const char* kNoneLeft =
    "(source|target): can't connect to gonogo@[^ ]+ sorry, too many clients already \\(53300\\): close "
    "other sessions, or allow more: gonogo needs about --jobs \\+ 2|pg_(dump|restore).* too many clients";

const std::vector<Misfortune>& Takings() {
  static const std::vector<Misfortune> all = {
      {.name = "taken",
       .strike = [](const StruckMigration&, const Cluster& cluster) { return TakeAll(cluster); },
       .reason = kNoneLeft,
       .undo = [](const Cluster&) { taken.clear(); },
       .is_before = true},
  };
  return all;
}

class NoConnections : public testing::TestWithParam<StruckCase> {};

TEST_P(NoConnections, EndARunThatSaysHowManyItNeeds) { ExpectEndsInTimeAndSaysWhy(GetParam()); }

std::string NameOfTaking(const testing::TestParamInfo<StruckCase>& one) {
  return NameOf(one.param);
}

INSTANTIATE_TEST_SUITE_P(Slow, NoConnections,
                         testing::ValuesIn(StruckCases(Takings(),
                                                       [](const std::string& name) {
                                                         return name == "backfill_taken_target";
                                                       })),
                         NameOfTaking);

// In the middle of a run, which has sessions and may want more.
TEST(SlowNoConnections, LeftInTheMiddleOfARunEndItOrDoNoHarm) {
  int ended = 0;
  for (const char* const kind : {"everything", "gate", "backfill", "cutover"}) {
    for (const double part : {0.2, 0.6}) {
      SCOPED_TRACE(testing::Message() << kind << " at " << part);
      const auto all = static_cast<double>(BytesOf(KindNamed(kind), SideName::kTarget));
      const Strike taking{.at_byte = static_cast<std::int64_t>(all * part),
                          .act = [] { TakeAll(TestPair().target); }};
      const StruckMigration migration(KindNamed(kind));
      const StruckRun run = migration.Run({{}, taking});
      taken.clear();
      EXPECT_TRUE(run.is_struck.target);
      if (run.result.status == 0) continue;
      ++ended;
      EXPECT_EQ(run.result.status, 3) << run.result.output;
      EXPECT_TRUE(std::regex_search(run.result.output, std::regex(kNoneLeft))) << run.result.output;
      EXPECT_EQ(migration.Left(), "") << run.result.output;
      const ProcessResult again = migration.RunAgain();
      EXPECT_EQ(again.status, 0) << again.output;
    }
  }
  EXPECT_GE(ended, 2);
}

// A role that may have fewer connections than --jobs asks for.
class NoConnectionsOfARole : public testing::Test {
 protected:
  NoConnectionsOfARole() {
    Execute(TestPair().source, "postgres",
            "CREATE ROLE few LOGIN PASSWORD 'fewfewfew'; "
            "GRANT pg_read_all_data, pg_monitor TO few");
  }
  ~NoConnectionsOfARole() override { Execute(TestPair().source, "postgres", "DROP ROLE few"); }

  static void Limit() {
    Execute(TestPair().source, "postgres", "ALTER ROLE few CONNECTION LIMIT 1");
  }

  // The role reads the source.
  static StruckRun Run(const StruckMigration& migration, const Strike& on_target) {
    std::string url = migration.migration().databases().SourceUrl();
    url.replace(url.find("//") + 2, url.find('@') - url.find("//") - 2, "few:fewfewfew");
    return migration.Run({{}, on_target}, {{"SRC_DB_URL", url}});
  }

  static void ExpectNamed(const StruckRun& run) {
    EXPECT_EQ(run.result.status, 3) << run.result.output;
    EXPECT_TRUE(OutputHas(run.result, "too many connections for role \"few\" (53300): close other"))
        << run.result.output;
  }
};
using SlowNoConnectionsOfARole = NoConnectionsOfARole;

TEST_F(SlowNoConnectionsOfARole, EndARunThatNamesTheRole) {
  StruckMigration migration(KindNamed("gate"));
  Limit();
  migration.NoteWhatThereIs();
  ExpectNamed(Run(migration, {}));
  EXPECT_EQ(migration.Left(), "");
}

TEST_F(SlowNoConnectionsOfARole, InTheMiddleOfARunEndItToo) {
  const StruckMigration migration(KindNamed("everything"));
  ExpectNamed(Run(migration, {.at_byte = 20'000, .act = Limit}));
}

}  // namespace
}  // namespace gonogo::testing_support
