// Tests which WHERE clauses select every row.
#include "gates/migrations/review/rules/row_condition.h"

#include <gtest/gtest.h>

#include "gates/migrations/review/rules/unbounded_writes.h"
#include "gates/parser/sql_script.h"

namespace gonogo {
namespace {

// Column id of table a can't be NULL.
bool IsUnbounded(const std::string& sql) {
  SchemaState schema;
  schema.AddTable("public", "a", {"id"}, {});
  const ParsedSql parsed = ParseSql(sql);
  EXPECT_EQ(parsed.error, "") << sql;
  return !UnboundedWrites(parsed.statements.at(0).at("stmt"), schema).empty();
}

bool SelectsAll(const std::string& condition) {
  return IsUnbounded("DELETE FROM a WHERE " + condition);
}

TEST(RowCondition, SelectsEveryRowIfItIsTrue) {
  for (const std::string condition :
       {"true", "NOT false", "1=1", "1 < 2", "2 >= 2.0", "'a' = 'a'", "'t'::bool", "1::boolean",
        "true AND 1=1", "id = 5 OR true", "true IS TRUE", "NOT (1 = 2)", "1 IN (1, 2)",
        "CASE WHEN true THEN true ELSE false END", "coalesce(true, false)", "(SELECT true)",
        "'x' LIKE '%'", "1 IS NOT NULL"}) {
    EXPECT_TRUE(SelectsAll(condition)) << condition;
  }
}

TEST(RowCondition, SelectsEveryRowIfItComparesARowWithItself) {
  for (const std::string condition : {"id = id",
                                      "a.id = id",
                                      "id <= public.a.id",
                                      "id IS NOT DISTINCT FROM id",
                                      "NOT id <> id",
                                      "id BETWEEN id AND id",
                                      "id IN (id, 5)",
                                      "id = ANY (ARRAY[id])",
                                      "id IS NOT NULL",
                                      "name IS NULL OR name IS NOT NULL",
                                      "id < 5 OR id >= 5",
                                      "id = 5 OR id <> 5",
                                      "id < 5 OR id = 5 OR id > 5",
                                      "done OR NOT done",
                                      "ctid IS NOT NULL",
                                      "name LIKE '%'",
                                      "name ~ '.*'",
                                      "length(name) >= 0",

                                      "lower(name) = lower(a.name)",
                                      "coalesce(name, '') IS NOT NULL"}) {
    EXPECT_TRUE(SelectsAll(condition)) << condition;
  }
}

TEST(RowCondition, SelectsEveryRowIfItLooksItUpInItsOwnTable) {
  for (const std::string condition :
       {"id IN (SELECT id FROM a)", "id IN (SELECT x.id FROM public.a AS x)",
        "id IN (SELECT id FROM a WHERE true)", "id IN (SELECT id FROM (SELECT * FROM a) AS x)",
        "(id, name) IN (SELECT id, name FROM a)", "id = ANY (SELECT id FROM a)",
        "id = ANY (ARRAY(SELECT id FROM a))", "ctid IN (SELECT ctid FROM a)",
        "id IN (SELECT id FROM a LIMIT ALL)", "id IN (SELECT 5 UNION SELECT id FROM a)",
        "EXISTS (SELECT 1)", "EXISTS (SELECT FROM b)",
        "EXISTS (SELECT 1 FROM a x WHERE x.id = a.id)",
        "EXISTS (SELECT 1 FROM b WHERE b.on = 1)"}) {
    EXPECT_TRUE(SelectsAll(condition)) << condition;
  }
  EXPECT_TRUE(
      IsUnbounded("WITH x AS (SELECT id FROM a) DELETE FROM a WHERE id IN (SELECT id FROM x)"));
  EXPECT_TRUE(IsUnbounded("DELETE FROM a USING a AS b WHERE a.id = b.id"));
  EXPECT_TRUE(IsUnbounded("DELETE FROM a AS x USING (SELECT id FROM a) AS b WHERE x.id = b.id"));
  EXPECT_TRUE(IsUnbounded("UPDATE a SET b = 1 FROM a AS o WHERE o.id = a.id"));
}

TEST(RowCondition, SelectsEveryRowOrNoneIfItDependsOnNoColumn) {
  for (const std::string condition :
       {"now() > '2000-01-01'", "current_user = 'x'", "current_setting('app.all') = '1'",
        "(SELECT count(*) FROM b) > 0"}) {
    EXPECT_TRUE(SelectsAll(condition)) << condition;
  }
}

TEST(RowCondition, SelectsSomeRowsOtherwise) {
  for (const std::string condition : {"id = 1",
                                      "name IS NULL",
                                      "name IS NOT NULL",
                                      "id < 5 OR id > 5",
                                      "id = 1 AND true",
                                      "done",
                                      "NOT done",
                                      "false",
                                      "NULL",
                                      "id IS NULL",
                                      "id IN (1, 2)",
                                      "name LIKE 'x%'",
                                      "id IN (SELECT id FROM b)",
                                      "id IN (SELECT id FROM a LIMIT 1000)",
                                      "id IN (SELECT id FROM a WHERE name = 'x')",
                                      "id NOT IN (SELECT id FROM a)",
                                      "id IN (SELECT min(id) FROM a GROUP BY name)",
                                      "parent IN (SELECT id FROM a)",
                                      "id IN (SELECT a.id FROM a JOIN b USING (id))",
                                      "id IN (SELECT id FROM other.a)",
                                      "EXISTS (SELECT 1 FROM b WHERE b.id = a.id)",
                                      "EXISTS (SELECT 1 FROM b WHERE a_id = id)",
                                      "length(name) > 0",
                                      "created_at < now() - interval '1 year'",
                                      "a.id = b",
                                      "id = (SELECT max(id) FROM a)",
                                      "id NOT IN (SELECT a_id FROM b WHERE a_id IS NOT NULL)"}) {
    const bool is_other_schema = condition.find("other.a") != std::string::npos;
    EXPECT_EQ(IsUnbounded("DELETE FROM " + std::string(is_other_schema ? "public.a" : "a") +
                          " WHERE " + condition),
              false)
        << condition;
  }
  for (const std::string statement :
       {"DELETE FROM a USING a AS b WHERE a.id < b.id AND a.name = b.name",
        "DELETE FROM a USING b WHERE a.id = b.a_id", "DELETE FROM a WHERE CURRENT OF c",
        "UPDATE a SET n = b.n FROM b WHERE a.id = b.id",
        "INSERT INTO a SELECT * FROM b ON CONFLICT (id) DO UPDATE SET n = 1",
        "MERGE INTO a USING b ON a.id = b.id WHEN MATCHED THEN UPDATE SET n = b.n",
        "MERGE INTO a USING b ON a.id = b.id WHEN MATCHED AND b.gone THEN DELETE",
        "MERGE INTO a USING b ON a.id = b.id WHEN NOT MATCHED THEN INSERT VALUES (1)"}) {
    EXPECT_FALSE(IsUnbounded(statement)) << statement;
  }
}

// The parser of PostgreSQL 17 says matchKind where older ones say matched.
TEST(UnboundedWrites, AreMergesOfEachParser) {
  const auto merge = [](const Json& when) {
    const Json column = {{"ColumnRef", {{"fields", {{{"String", {{"sval", "id"}}}}}}}}};
    return UnboundedWrites({{"MergeStmt",
                             {{"relation", {{"relname", "a"}}},
                              {"sourceRelation", {{"RangeVar", {{"relname", "b"}}}}},
                              {"joinCondition", column},
                              {"mergeWhenClauses", Json::array({{{"MergeWhenClause", when}}})}}}},
                           {});
  };
  const auto problem = [&](const Json& when) {
    const auto found = merge(when);
    return found.empty() ? "" : found[0].problem;
  };
  const Json older = {{"matched", true}, {"commandType", "CMD_DELETE"}};
  EXPECT_EQ(problem(older), "deletes every row that matches, of a");
  Json newer = {{"matchKind", "MERGE_WHEN_MATCHED"}, {"commandType", "CMD_DELETE"}};
  EXPECT_EQ(problem(newer), "deletes every row that matches, of a");
  newer["commandType"] = "CMD_UPDATE";
  EXPECT_EQ(problem(newer), "");
  newer["matchKind"] = "MERGE_WHEN_NOT_MATCHED_BY_SOURCE";
  EXPECT_EQ(problem(newer), "overwrites every row without a match, of a");
  newer["commandType"] = "CMD_DELETE";
  EXPECT_EQ(problem(newer), "deletes every row without a match, of a");
  newer["matchKind"] = "MERGE_WHEN_NOT_MATCHED_BY_TARGET";
  EXPECT_EQ(problem(newer), "");
}

TEST(UnboundedWrites, AreAlsoMergesAndUpserts) {
  for (const std::string statement :
       {"MERGE INTO a USING b ON true WHEN MATCHED THEN UPDATE SET n = 1",
        "MERGE INTO a USING a AS b ON a.id = b.id WHEN MATCHED THEN DELETE",
        "MERGE INTO a USING b ON a.id = b.id WHEN MATCHED THEN DELETE",
        "MERGE INTO a USING b ON a.id = b.id WHEN MATCHED AND true THEN DELETE",
        "INSERT INTO a SELECT * FROM a ON CONFLICT (id) DO UPDATE SET n = 1",
        "WITH x AS (DELETE FROM a WHERE true RETURNING *) SELECT * FROM x",
        "COPY (DELETE FROM a WHERE 1=1 RETURNING *) TO STDOUT"}) {
    EXPECT_TRUE(IsUnbounded(statement)) << statement;
  }
}

}  // namespace
}  // namespace gonogo
