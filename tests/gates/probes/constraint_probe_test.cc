// Tests constraint_probe with probes that are hard to stop: each must end in time, leave the
// database unchanged, and leave no session behind.
#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <thread>

#include "core/error.h"
#include "fixtures/session/writing_session.h"
#include "tests/gates/running_gate.h"
#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::steady_clock;

constexpr const char* kIgnoresCancel =
    "DO $$ BEGIN INSERT INTO public.t VALUES (4, 'kept'); LOOP BEGIN PERFORM pg_sleep(1); "
    "EXCEPTION WHEN query_canceled THEN NULL; END; END LOOP; END $$";

class ConstraintProbe : public testing::Test {
 protected:
  ConstraintProbe() {
    databases_.OnBoth(
        "CREATE TABLE public.t (id integer PRIMARY KEY, note text CHECK (note <> ''));"
        "INSERT INTO public.t VALUES (1, 'a'), (2, NULL), (3, 'c');"
        "CREATE TABLE public.empty ()");
  }

  // Returns the rows of the target as text.
  std::string State() {
    return Text(
        "SELECT concat((SELECT count(*) FROM public.empty), ' ', string_agg(t::text, ' ' ORDER BY "
        "id)) AS text FROM public.t");
  }
  // Returns the number of other sessions on the target.
  std::string Sessions() {
    return Text(
        "SELECT count(*) AS text FROM pg_stat_activity WHERE datname = current_database() "
        "AND pid <> pg_backend_pid()");
  }

  void ExpectUnchanged() {
    for (int i = 0; i < 100 && Sessions() != "0"; ++i) {
      std::this_thread::sleep_for(milliseconds(50));
    }
    EXPECT_EQ(Sessions(), "0");
    EXPECT_EQ(State(), "0 (1,a) (2,) (3,c)");
  }

  // Runs the probe, which must end within that time. Returns "outcome" if it has one, or the
  // SQLSTATE of its error. Runs `concurrently` in another thread.
  std::string End(
      const std::string& statement, milliseconds timeout, seconds within,
      const std::function<void(Pair&)>& concurrently = [](Pair&) {}) {
    Pair pair = databases_.Open();
    std::jthread other([&] { concurrently(pair); });
    const auto start = steady_clock::now();
    std::string end;
    try {
      const Outcome outcome = Gate(statement, timeout).Run(pair);
      EXPECT_GT(outcome.examined, 0);
      end = "outcome";
    } catch (const DatabaseError& error) {
      message_ = error.what();
      end = error.sqlstate();
    }
    EXPECT_LT(steady_clock::now() - start, within) << statement;
    return end;
  }

  RunningGate Gate(const std::string& statement, milliseconds timeout) const {
    const Json probe = {
        {"before", before_}, {"statement", statement}, {"fails", {{"constraint", "t_note_check"}}}};
    return {{{"gate", "constraint_probe"},
             {"timeout_ms", timeout.count()},
             {"probes", {{"one", probe}}}},
            {},
            {{"relations", {{{"source", "public.t"}}, {{"source", "public.empty"}}}}}};
  }

  std::vector<std::string> before_;

  const BothDatabases& databases() const { return databases_; }
  const std::string& message() const { return message_; }

 private:
  std::string Text(const std::string& query) {
    return observer_.Query(query, {}).Only().Text("text");
  }

  BothDatabases databases_{"constraint_probe"};
  WritingSession observer_{ParseEndpoint(databases_.TargetUrl(), "target"), "test", {}};
  std::string message_;
};

TEST_F(ConstraintProbe, RollsBackProbesThatFailOrSucceed) {
  constexpr milliseconds kTimeout{5'000};
  for (const char* statement :
       {"INSERT INTO public.t VALUES (4, '')", "INSERT INTO public.t VALUES (4, 'd')",
        "TRUNCATE public.t", "DELETE FROM public.t",
        "DO $$ BEGIN INSERT INTO public.t VALUES (4, 'd'); CREATE TABLE public.made (); END $$",
        "DO $$ BEGIN DELETE FROM public.t; RAISE EXCEPTION 'no'; END $$"}) {
    EXPECT_EQ(End(statement, kTimeout, seconds(5)), "outcome") << statement;
    ExpectUnchanged();
  }
  EXPECT_EQ(End("DO $$ BEGIN DELETE FROM public.t; COMMIT; END $$", kTimeout, seconds(5)), "2D000");
  ExpectUnchanged();
  EXPECT_EQ(End("DO $$ BEGIN DELETE FROM public.t; EXECUTE 'COMMIT'; END $$", kTimeout, seconds(5)),
            "outcome");
  ExpectUnchanged();
}

TEST_F(ConstraintProbe, EndsAtItsTimeout) {
  constexpr milliseconds kTimeout{300};
  EXPECT_EQ(End("SELECT pg_sleep(60)", kTimeout, seconds(3)), "57014");
  EXPECT_EQ(End("DO $$ BEGIN DELETE FROM public.t; LOOP PERFORM 1; END LOOP; END $$", kTimeout,
                seconds(3)),
            "57014");
  ExpectUnchanged();
  EXPECT_EQ(End(kIgnoresCancel, kTimeout, seconds(10)), "");
  EXPECT_EQ(message(), "target: no answer within 2300 ms; gonogo ended the probe");
  ExpectUnchanged();
  before_ = {"SELECT set_config('statement_timeout', '0', false)"};
  EXPECT_EQ(End("SELECT pg_sleep(60)", kTimeout, seconds(6)), "");
  EXPECT_EQ(message(), "target: no answer within 2300 ms; gonogo ended the probe");
  ExpectUnchanged();
}

TEST_F(ConstraintProbe, DoesNotWaitForLocks) {
  const OpenTransaction writer(databases().TargetUrl(), "UPDATE public.t SET note = 'held'");
  EXPECT_EQ(End("DELETE FROM public.t", milliseconds(1'000), seconds(4)), "55P03");
  EXPECT_EQ(State(), "0 (1,a) (2,) (3,c)");
}

TEST_F(ConstraintProbe, EndsWhenTheRunIsCancelled) {
  const auto cancel = [](Pair& pair) {
    std::this_thread::sleep_for(milliseconds(500));
    pair.Cancel();
  };
  for (const char* statement : {"SELECT pg_sleep(600)", kIgnoresCancel}) {
    EXPECT_EQ(End(statement, milliseconds(600'000), seconds(8), cancel), "57014") << message();
    ExpectUnchanged();
  }
}

TEST_F(ConstraintProbe, IsAnErrorIfAnotherSessionWrites) {
  const auto write = [this](Pair&) {
    std::this_thread::sleep_for(milliseconds(700));
    databases().OnTarget("INSERT INTO public.t VALUES (9, 'by another session')");
  };
  EXPECT_EQ(End("DO $$ BEGIN PERFORM pg_sleep(2); END $$", milliseconds(5'000), seconds(8), write),
            "");
  EXPECT_TRUE(message().starts_with("target: public.t changed while the probes ran, from 3 rows"))
      << message();
  EXPECT_NE(message().find("so another session writes there"), std::string::npos) << message();
}

TEST_F(ConstraintProbe, ReportsThatItsSessionWasTerminated) {
  EXPECT_EQ(End("DO $$ BEGIN DELETE FROM public.t; "
                "PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(60); END $$",
                milliseconds(5'000), seconds(5)),
            "57P01");
  ExpectUnchanged();
}

}  // namespace
}  // namespace gonogo::testing_support
