// How the answers of EXPLAIN are read.
#include "gates/servers/query_plan.h"

#include <gtest/gtest.h>

#include "core/error.h"

namespace gonogo {
namespace {

using Texts = std::set<std::string>;

TEST(QueryPlan, HasTheIndexesBelowABitmap) {
  const QueryPlan plan = QueryPlanIn(R"json([{"Plan": {
    "Node Type": "Nested Loop", "Total Cost": 31.5, "Plan Rows": 4, "Plans": [
      {"Node Type": "Bitmap Heap Scan", "Relation Name": "t", "Schema": "a", "Alias": "x",
       "Total Cost": 20, "Plan Rows": 7, "Recheck Cond": "((x.b = 1) OR (x.c = 'a AND b'))",
       "Filter": "((x.d > 1) AND ((x.e = 'it''s AND') OR (x.f AND x.g)))", "Plans": [
        {"Node Type": "BitmapOr", "Total Cost": 1, "Plan Rows": 0, "Plans": [
          {"Node Type": "Bitmap Index Scan", "Index Name": "by_b", "Index Cond": "(x.b = 1)"},
          {"Node Type": "Bitmap Index Scan", "Index Name": "by_c", "Index Cond": "(x.c = 'a AND b')"}
        ]}]},
      {"Node Type": "Seq Scan", "Parallel Aware": true, "Relation Name": "u", "Schema": "a",
       "Alias": "u", "Total Cost": 9, "Plan Rows": 2}]}}])json");
  EXPECT_EQ(plan.cost, 31.5);
  EXPECT_EQ(plan.rows, 4);
  ASSERT_EQ(plan.scans.size(), 2U);
  const PlannedScan& bitmap = plan.scans[0];
  EXPECT_EQ(bitmap.alias, "x");
  EXPECT_FALSE(bitmap.is_sequential);
  EXPECT_EQ(bitmap.indexes, (Texts{"by_b", "by_c"}));
  EXPECT_EQ(bitmap.index_conditions, (Texts{"x.b = 1", "x.c = 'a AND b'"}));
  EXPECT_EQ(bitmap.filters, (Texts{"x.d > 1", "(x.e = 'it''s AND') OR (x.f AND x.g)"}));
  EXPECT_EQ(bitmap.Conditions().size(), 4U);
  EXPECT_TRUE(plan.scans[1].is_sequential);
  EXPECT_TRUE(plan.scans[1].indexes.empty());
}

TEST(QueryPlan, LeavesOutTheRelationThatIsChanged) {
  const QueryPlan plan = QueryPlanIn(R"json([{"Plan": {
    "Node Type": "ModifyTable", "Relation Name": "t", "Alias": "t", "Total Cost": 1, "Plan Rows": 0,
    "Plans": [{"Node Type": "Index Scan", "Relation Name": "t", "Alias": "t", "Total Cost": 1,
               "Plan Rows": 1, "Index Name": "t_pkey"}]}}])json");
  ASSERT_EQ(plan.scans.size(), 1U);
  EXPECT_EQ(plan.scans[0].indexes, Texts{"t_pkey"});
}

TEST(QueryPlan, IsAnErrorIfTheAnswerIsNone) {
  for (const char* text : {"", "[]", "{}", "Seq Scan on t", R"([{"Plan": {"Plan Rows": 1}}])"}) {
    EXPECT_THROW(QueryPlanIn(text), DatabaseError) << text;
  }
}

}  // namespace
}  // namespace gonogo
