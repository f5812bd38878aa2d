// Tests relations that share statements.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>

#include "core/error.h"
#include "tests/compare/compared.h"

namespace gonogo::testing_support {
namespace {

// Compares the relations in turn, and returns how each ends, in words.
std::vector<std::string> EndsOf(Pair&& pair, const std::vector<ComparedRelation>& relations,
                                const std::set<std::string>& expected = {}) {
  Comparer comparer(pair, relations, {});
  comparer.ExpectDifferencesIn(expected);
  std::vector<std::string> ends;
  for (const ComparedRelation& relation : relations) {
    try {
      const Comparison compared = comparer.Compare(relation, {});
      ends.push_back(std::to_string(compared.row_counts.source) + ", " + Describe(compared.counts));
    } catch (const DatabaseError& error) {
      ends.emplace_back(error.what());
    }
  }
  return ends;
}

ComparedRelation Named(const std::string& name) { return {.source = name, .target = name}; }

// Fills a table that both sides have alike, one that differs, a partitioned one, and some that
// can't be read.
void Fill(const BothDatabases& databases) {
  databases.OnBoth(
      "CREATE FUNCTION fail(int) RETURNS int LANGUAGE plpgsql AS "
      "$$ BEGIN RAISE division_by_zero; END $$;"
      "CREATE TABLE same (id int PRIMARY KEY, v text); INSERT INTO same VALUES (1, 'a');"
      "CREATE TABLE other (id int PRIMARY KEY, v text); INSERT INTO other VALUES (1, 'a'), (2, 'b');"
      "CREATE TABLE failing (id int PRIMARY KEY); INSERT INTO failing VALUES (1);"
      "CREATE TABLE p (id int PRIMARY KEY, v text) PARTITION BY HASH (id);"
      "CREATE TABLE p1 PARTITION OF p FOR VALUES WITH (MODULUS 2, REMAINDER 0);"
      "CREATE TABLE p2 PARTITION OF p FOR VALUES WITH (MODULUS 2, REMAINDER 1);"
      "INSERT INTO p SELECT i, i FROM generate_series(1, 20) AS i;"
      "CREATE TABLE empty (id int)");
  databases.OnTarget("UPDATE other SET v = 'c' WHERE id = 2; DELETE FROM p WHERE id IN (7, 8)");
}

const std::vector<std::string> kEnds = {"1, no row different", "2, 1 row different",
                                        "20, 2 rows missing", "0, no row different"};

TEST(TotalsPass, TellsRelationsOfOneStatementApart) {
  const BothDatabases databases("totals");
  Fill(databases);
  std::vector<ComparedRelation> relations = {Named("same"), Named("other"), Named("p"),
                                             Named("empty")};
  EXPECT_EQ(EndsOf(databases.Open(), relations), kEnds);
  relations.at(1).method = Method::kSha256;  // with four sums instead of one
  EXPECT_EQ(EndsOf(databases.Open(), relations), kEnds);
}

TEST(TotalsPass, IsLeftOutWhereDifferencesAreExpected) {
  const BothDatabases databases("totals");
  Fill(databases);
  EXPECT_EQ(EndsOf(databases.Open(), {Named("same"), Named("other"), Named("p"), Named("empty")},
                   {"same", "other", "p", "empty"}),
            kEnds);
}

// The server would run what follows a COMMIT in a text with several statements.
TEST(TotalsPass, RunsAConditionAsOneStatement) {
  const BothDatabases databases("totals");
  Fill(databases);
  ComparedRelation ending = Named("same");
  ending.where = "true)) AS t; COMMIT; DROP TABLE other; SELECT FROM (SELECT 1 AS a WHERE (true";
  const auto ends = EndsOf(databases.Open(), {Named("empty"), ending, Named("other")});
  EXPECT_NE(ends.at(1).find("syntax error"), std::string::npos) << ends.at(1);
  EXPECT_EQ(ends.at(2), kEnds.at(1));
  databases.OnBoth("SELECT FROM other");  // throws if the table isn't there
}

TEST(TotalsPass, FailsOnlyForTheRelationThatCannotBeRead) {
  const BothDatabases databases("totals");
  Fill(databases);
  ComparedRelation failing = Named("failing");
  failing.where = "public.fail(id) > 0";
  ComparedRelation wrong = Named("same");
  wrong.where = "no_such_column";
  const auto ends = EndsOf(databases.Open(), {Named("same"), failing, Named("missing"),
                                              Named("other"), wrong, Named("p")});
  EXPECT_EQ(ends.at(0), kEnds.at(0));
  EXPECT_NE(ends.at(1).find("division"), std::string::npos) << ends.at(1);
  EXPECT_EQ(ends.at(2), "source: relation missing does not exist");
  EXPECT_EQ(ends.at(3), kEnds.at(1));
  EXPECT_NE(ends.at(4).find("no_such_column"), std::string::npos) << ends.at(4);
  EXPECT_EQ(ends.at(5), kEnds.at(2));
}

// Not even the size of a locked relation can be asked without waiting.
TEST(TotalsPass, FailsOnlyForARelationThatIsLocked) {
  const BothDatabases databases("totals");
  Fill(databases);
  const OpenTransaction lock(databases.TargetUrl(), "LOCK TABLE same, p1");
  const Limits limits{.lock_timeout = std::chrono::milliseconds(50)};
  Pair pair(OpenSide("source", ParseEndpoint(databases.SourceUrl(), "source"), limits),
            OpenSide("target", ParseEndpoint(databases.TargetUrl(), "target"), limits));
  const auto ends =
      EndsOf(std::move(pair), {Named("same"), Named("other"), Named("p"), Named("empty")});
  EXPECT_NE(ends.at(0).find("lock timeout"), std::string::npos) << ends.at(0);
  EXPECT_EQ(ends.at(1), kEnds.at(1));
  EXPECT_NE(ends.at(2).find("lock timeout"), std::string::npos) << ends.at(2);
  EXPECT_EQ(ends.at(3), kEnds.at(3));
}

// Relations that are read ahead but weren't, because the scan broke off, have no rows to count.
TEST(TotalsPass, ForgetsRelationsThatABrokenScanDidNotRead) {
  const BothDatabases databases("totals");
  Fill(databases);
  Pair pair = databases.Open();
  std::atomic<bool> breaks{true};
  const auto progress = [&](const Progress&) {
    if (breaks.exchange(false)) throw DatabaseError("broken off", "");
  };
  Comparer comparer(pair, {Named("same"), Named("other")},
                    {.jobs = 2, .max_load = 0, .progress = progress});
  EXPECT_THROW(comparer.Compare(Named("same"), {}), DatabaseError);
  EXPECT_EQ(Describe(comparer.Compare(Named("other"), {}).counts), "1 row different");
}

// A session whose server doesn't answer about all that it was asked.
class ForgetfulSession : public Session {
 public:
  explicit ForgetfulSession(Session& session) : session_(session) {}

  Rows Query(std::string_view statement, const std::vector<Value>& values) override {
    Rows rows = session_.Query(statement, values);
    rows.values.pop_back();
    return rows;
  }
  std::string ExportSnapshot() override { return session_.ExportSnapshot(); }
  void Cancel() noexcept override { session_.Cancel(); }

 private:
  Session& session_;
};

TEST(TotalsPass, NeedsAnAnswerAboutEachRange) {
  const BothDatabases databases("totals");
  Fill(databases);
  Pair pair = databases.Open();
  AgreedForms forms(pair.Source(), pair.Target());
  const RelationShape shape = ReadShapes(pair.Source(), {{"public", "p"}}).begin()->second;
  const ScannedRelation relation{
      .shapes = {&shape, &shape},
      .digest = RowDigest(PairColumns(Named("p"), shape, shape), Method::kNative, forms),
      .where = ""};
  ForgetfulSession source(pair.Source());
  EXPECT_THROW(
      SumUp({{.sessions = {&source}}, {.sessions = {&pair.Target()}}}, {&relation}, Effort{}),
      DatabaseError);
}

}  // namespace
}  // namespace gonogo::testing_support
