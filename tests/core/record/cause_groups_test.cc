// Findings with one cause are one group; no group hides a finding, or changes the verdict.
#include "core/record/cause_groups.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/core/record/small_run.h"

namespace gonogo {
namespace {

using Lines = std::vector<std::string>;

Lines LinesOf(const Evidence& evidence) {
  Lines lines;
  for (const CauseGroup& group : GroupsOf(evidence)) lines.push_back(Describe(group));
  return lines;
}

Lines SummaryOf(const SmallRun& run) { return SummaryOf(run.Judged(), GroupsOf(run.Run())); }

std::string Table(int number) { return fmt::format("public.t_{:03}", number); }

// The result of a comparison of contents.
Outcome Contents(const std::string& relation, const std::string& what, int missing, int extra,
                 const std::vector<Finding>& findings) {
  return {.examined = 1,
          .findings = findings,
          .measured = {{"contents",
                        {{"relation", relation},
                         {"what", what},
                         {"missing", missing},
                         {"extra", extra},
                         {"different", 0}}}}};
}

Outcome Count(const std::string& relation, int source, int target) {
  return {.examined = 1,
          .findings = {{relation, fmt::format("{} rows", target), fmt::format("{} rows", source)}},
          .measured = {{"relation", relation}, {"source_rows", source}, {"target_rows", target}}};
}

const std::vector<Finding> kOrderMissing = {
    {"public.orders", "99 rows, 1 missing", "100 rows, the same as on the source"},
    {"public.orders (id=7)", "no row", "a row, as on the source"}};

TEST(CauseGroups, HaveTheSamePropertyOfManyTables) {
  SmallRun run;
  for (int i = 1; i <= 600; ++i) {
    const std::string name = "columns." + Table(i);
    run.Declares(name).Finds(
        name, {{Table(i) + ".mail", "type: extensions.citext", "type: public.citext"},
               {Table(i) + ".id", fmt::format("default: nextval('t_{:03}_id_seq')", i), "none"}});
  }
  EXPECT_EQ(LinesOf(run.Run()),
            (Lines{"FAIL columns: public.t_001.mail, public.t_002.mail, public.t_003.mail and 597 "
                   "more: have type: extensions.citext, want type: public.citext",
                   "FAIL columns: public.t_001.id, public.t_002.id, public.t_003.id and 597 more: "
                   "have default: nextval('*_id_seq'), want none"}));
  EXPECT_EQ(run.Judged().failed, 600);
  EXPECT_EQ(run.Judged().reasons.size(), 600U);
}

TEST(CauseGroups, AreOfOneCheckAndOneValue) {
  SmallRun run;
  run.Declares("owners.a").Finds("owners.a", {{"a", "x", "y"}});
  run.Declares("grants.a").Finds("grants.a", {{"a", "x", "y"}});
  run.Declares("owners.b").Finds("owners.b", {{"b", "z", "y"}});
  run.Declares("owners.about").Finds("owners.about", {{"about", "a", "y"}});
  EXPECT_EQ(LinesOf(run.Run()),
            (Lines{"FAIL owners.a: have x, want y", "FAIL grants.a: have x, want y",
                   "FAIL owners.b: have z, want y", "FAIL owners.about: have a, want y"}));
}

TEST(CauseGroups, HaveAllThatTheRoleMayNotRead) {
  SmallRun run;
  const auto error = [&](const std::string& name, const std::string& message) {
    run.Declares(name).Errs(name, message);
  };
  const std::string hint = "; sql/grants/gonogo.sql grants what it needs";
  error("inventory.public.a", "source: this role can't read public.a" + hint);
  error("row_count.public.a", "source: ERROR:  permission denied for table a (SQLSTATE 42501)");
  error("row_count.public.b", "source: ERROR:  permission denied for table b (SQLSTATE 42501)");
  error("sequences.database", "source: this role can't read sequence public.a_seq" + hint);
  error("row_count.public.c", "target: ERROR:  permission denied for table c (SQLSTATE 42501)");
  error("row_count.public.d",
        "target: ERROR:  row-level security policy for table \"d\" (SQLSTATE 42501)");
  EXPECT_EQ(
      LinesOf(run.Run()),
      (Lines{"ERROR public.a, table b, sequence public.a_seq: source: this role can't read "
             "them (inventory, row_count, sequences); sql/grants/gonogo.sql grants what it needs",
             "ERROR row_count.public.c: target: ERROR:  permission denied for table c (SQLSTATE "
             "42501); sql/grants/gonogo.sql grants what it needs",
             "ERROR row_count.public.d: target: ERROR:  row-level security policy for table "
             "\"d\" (SQLSTATE 42501)"}));
}

TEST(CauseGroups, HaveAllThatOneSideLacks) {
  SmallRun run;
  run.Declares("inventory.public.t")
      .Finds("inventory.public.t", {{"public.t", "no such table on the target", "the table"}});
  run.Declares("columns.public.t")
      .Errs("columns.public.t", "target: relation public.t does not exist", "42P01");
  for (const char* check : {"views", "owners", "grants"}) {
    const std::string name = std::string(check) + ".database";
    run.Declares(name).Finds(name,
                             {{"view public.v", "none on the target", "one, as on the source"},
                              {"table public.x", "one on the target", "none, as on the source"}});
  }
  run.Declares("grants.other").Finds("grants.other", {{"table public.t", "x", "y"}});
  EXPECT_EQ(LinesOf(run.Run()),
            (Lines{"FAIL public.t, view public.v: missing on the target (inventory, columns, views "
                   "and 2 more checks)",
                   "FAIL table public.x: only on the target (views, owners, grants)",
                   "FAIL grants.other: table public.t: have x, want y"}));
}

TEST(CauseGroups, NameTheSameTableOfEachSchema) {
  SmallRun run;
  for (const std::string tenant : {"one", "two", "six"}) {
    const std::string table = tenant + ".orders";
    run.Declares("inventory." + table)
        .Finds("inventory." + table, {{table, "no such table on the target", "the table"}});
  }
  run.Declares("owners.database")
      .Finds("owners.database",
             {{"table two.orders", "none on the target", "one, as on the source"}});
  EXPECT_EQ(LinesOf(run.Run()), (Lines{"FAIL one.orders, two.orders, six.orders: missing on the "
                                       "target (inventory, owners)"}));
}

TEST(CauseGroups, ExplainANumberOfRowsByTheRowsThatDiffer) {
  SmallRun run;
  run.Declares("row_count.public.orders").Declares("row_checksum.public.orders");
  run.Ends("row_count.public.orders", Count("public.orders", 100, 99));
  run.Ends("row_checksum.public.orders",
           Contents("public.orders", "1 row missing on the target", 1, 0, kOrderMissing));
  EXPECT_EQ(
      SummaryOf(run),
      Lines{"FAIL public.orders: 1 row missing on the target (row_count, row_checksum): (id=7)"});
  EXPECT_EQ(run.Judged().failed, 2);
}

TEST(CauseGroups, HideNoFindingThatTheRowsDoNotExplain) {
  SmallRun run;
  run.Declares("row_count.public.orders").Declares("row_checksum.public.orders");
  run.Declares("row_count.public.others");
  run.Ends("row_count.public.orders", Count("public.orders", 100, 98));
  std::vector<Finding> findings = kOrderMissing;
  findings.push_back({"public.orders.note", "no such column on the target", "the column"});
  run.Ends("row_checksum.public.orders",
           Contents("public.orders", "1 row missing on the target", 1, 0, findings));
  run.Ends("row_count.public.others", Count("public.others", 100, 99));
  EXPECT_EQ(
      SummaryOf(run),
      (Lines{"FAIL row_count.public.orders: have 98 rows, want 100 rows",
             "FAIL public.orders: 1 row missing on the target (row_checksum): (id=7)",
             "FAIL row_checksum.public.orders: public.orders.note: have no such column on the "
             "target, want the column",
             "FAIL row_count.public.others: have 99 rows, want 100 rows"}));
}

TEST(CauseGroups, TellWhatWasLeftOut) {
  SmallRun run;
  std::vector<Finding> findings;
  for (int i = 0; i < 30; ++i) {
    findings.push_back({"f" + std::to_string(i), std::to_string(i), "none"});
  }
  run.Declares("functions.database").Finds("functions.database", findings);
  run.Declares("rows.a").Declares("rows.b").Declares("rows.c").Declares("rows.d");
  const Lines lines = SummaryOf(run);
  ASSERT_EQ(lines.size(), 7U);
  EXPECT_EQ(lines[4], "FAIL functions.database: f4: have 4, want none");
  EXPECT_EQ(lines[5], "rows.a, rows.b, rows.c and 1 more did not run");
  EXPECT_EQ(lines[6], "functions: 25 more findings, which the evidence lists");
}

TEST(CauseGroups, SayWhatIsAdvisory) {
  SmallRun run;
  run.Declares("rows.a").Finds("rows.a", {{"a", "x", "y"}, {"a", "x", "y", Severity::kAdvisory}});
  run.DeclaresAdvisory("notes.a").Finds("notes.a", {{"a", "x", "y"}});
  EXPECT_EQ(LinesOf(run.Run()),
            (Lines{"FAIL rows.a: have x, want y", "FAIL (advisory) rows.a: have x, want y",
                   "FAIL (advisory) notes.a: have x, want y"}));
  EXPECT_EQ(SummaryOf(run), Lines{"FAIL rows.a: have x, want y"});
  EXPECT_EQ(run.Judged().advisory.failed, 1);
}

TEST(ToldCauses, AreToldAFewTimes) {
  ToldCauses told;
  const RunHeader run;
  const auto error = [&](const std::string& table) {
    return told.Tell({.check = "rows",
                      .subject = table,
                      .error = CaseError{"no right on " + table + " (SQLSTATE 42501)", "42501"}},
                     run);
  };
  EXPECT_TRUE(error("public.a"));
  EXPECT_FALSE(error("public.b"));
  const auto finding = [&](const std::string& have) {
    return told.Tell({.check = "rows",
                      .subject = "a",
                      .outcome = {.examined = 1, .findings = {{"a", have, "2"}}}},
                     run);
  };
  EXPECT_TRUE(finding("1"));
  EXPECT_TRUE(finding("1"));
  EXPECT_TRUE(finding("1"));
  EXPECT_FALSE(finding("1"));
  EXPECT_TRUE(finding("3"));
  EXPECT_TRUE(told.Tell({.check = "rows", .subject = "a", .outcome = {.examined = 1}}, run));
  EXPECT_TRUE(told.Tell({.check = "rows", .subject = "b", .outcome = {.examined = 1}}, run));
}

}  // namespace
}  // namespace gonogo
