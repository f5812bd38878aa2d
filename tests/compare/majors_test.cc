// Tests comparisons between major versions: equal values are equal, and changed ones are found.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/text/text.h"
#include "tests/compare/compared.h"
#include "tests/compare/sample_types.h"

namespace gonogo::testing_support {
namespace {

std::string ColumnOfType(std::size_t type) { return "c" + std::to_string(type); }

// Returns a type's value for a row; the rows cycle through the values.
const std::string& ValueOf(const SampleType& type, std::size_t row) {
  return type.values[row % type.values.size()];
}

// One column per type, enough rows for all values, and one row of NULLs.
std::string TableOfAllTypes() {
  const std::size_t count = SampleTypes().size();
  std::vector<std::string> columns = {"id int PRIMARY KEY"};
  for (std::size_t i = 0; i < count; ++i)
    columns.push_back(ColumnOfType(i) + " " + SampleTypes()[i].type);
  std::vector<std::string> rows = {"(" + std::to_string(count) + ")"};
  for (std::size_t row = 0; row < count; ++row) {
    std::vector<std::string> values = {std::to_string(row)};
    for (const SampleType& type : SampleTypes()) values.push_back(Literal(ValueOf(type, row)));
    rows.push_back("(" + Join(values, ", ") + ")");
  }
  std::string sql = std::string(kSampleTypesSql) + "CREATE TABLE t (" + Join(columns, ", ") + ");";
  for (const std::string& row : rows) sql += "INSERT INTO t VALUES " + row + ";\n";
  return sql;
}

// Returns which row differs in which columns, sorted.
std::vector<std::string> WhatDiffersIn(const Comparison& comparison) {
  const auto columns = comparison.columns.All();
  std::vector<std::string> words;
  for (const RowDifference& row : comparison.rows) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (row.DiffersIn(i)) words.push_back(*row.values().at(0) + ": " + columns[i].source.name);
    }
  }
  std::sort(words.begin(), words.end());
  return words;
}

// One array and one composite type stand for all. The other types that are left out have no values
// that can be written.
TEST(SampleTypes, IncludeEveryTypeThatAColumnMayHave) {
  const BothDatabases databases("samples");
  databases.OnSource(TableOfAllTypes());
  Pair pair = databases.Open();
  const Rows missing = pair.Source().Query(
      "SELECT typname FROM pg_type "
      "WHERE typnamespace = 'pg_catalog'::regnamespace AND typtype IN ('b', 'r', 'm') "
      "AND typinput <> 'array_in'::regproc AND typname NOT IN "
      "('gtsvector', 'pg_brin_bloom_summary', 'pg_brin_minmax_multi_summary', 'pg_dependencies', "
      "'pg_mcv_list', 'pg_ndistinct', 'pg_node_tree') AND oid NOT IN "
      "(SELECT atttypid FROM pg_attribute WHERE attrelid = 'public.t'::regclass)",
      {});
  for (const Row type : missing) ADD_FAILURE() << type.Text("typname");
}

TEST(Majors, DifferOnlyInTheChangedValues) {
  const auto folder = MakePairFolder();
  const PairGuard guard(folder);
  const ThrowAwayPair pair = StartPair(folder, {ProgramsOf("15"), ProgramsOf("17")});
  ASSERT_LT(pair.source.major, pair.target.major);
  const BothDatabases databases("majors", pair);
  databases.OnBoth(TableOfAllTypes());
  std::vector<ComparedRelation> relations;
  for (const std::string& method : MethodNames()) {
    relations.push_back({.source = "t", .target = "t", .method = MethodNamed(method)});
  }
  for (const ComparedRelation& relation : relations) {
    EXPECT_EQ(WhatDiffersIn(Compared(databases, relation)), std::vector<std::string>());
  }

  std::string damage;
  std::vector<std::string> damaged;
  for (std::size_t i = 0; i < SampleTypes().size(); ++i) {
    damage += "UPDATE t SET " + ColumnOfType(i) + " = " +
              Literal(ValueOf(SampleTypes()[i], i + 1)) + " WHERE id = " + std::to_string(i) + ";";
    damaged.push_back(std::to_string(i) + ": " + ColumnOfType(i));
  }
  std::sort(damaged.begin(), damaged.end());
  databases.OnTarget(damage);
  for (const ComparedRelation& relation : relations) {
    EXPECT_EQ(WhatDiffersIn(Compared(databases, relation)), damaged);
  }
}

// 15 and later write bytes above 127 as \377.
TEST(SlowMajors, WriteBytesOfCharOtherwiseButAlike) {
  const auto folder = MakePairFolder();
  const PairGuard guard(folder);
  const ThrowAwayPair pair = StartPair(folder, {ProgramsOf("13"), ProgramsOf("15")});
  const BothDatabases databases("majors", pair);
  databases.OnBoth(
      "CREATE TABLE t (id int PRIMARY KEY, c \"char\", d \"char\" NOT NULL);"
      "INSERT INTO t SELECT i, i::\"char\", i::\"char\" FROM generate_series(-128, 127) AS i;"
      "INSERT INTO t VALUES (1000, NULL, 'a')");
  const auto differing = [&](const std::string& method) {
    return WhatDiffersIn(
        Compared(databases, {.source = "t", .target = "t", .method = MethodNamed(method)}));
  };
  for (const std::string& method : MethodNames()) {
    EXPECT_EQ(differing(method), std::vector<std::string>()) << method;
  }
  databases.OnTarget(
      "UPDATE t SET c = (-2)::\"char\" WHERE id = -1;"
      "UPDATE t SET d = 'x' WHERE id = -128");
  for (const std::string& method : MethodNames()) {
    EXPECT_EQ(differing(method), (std::vector<std::string>{"-128: d", "-1: c"})) << method;
  }
}

}  // namespace
}  // namespace gonogo::testing_support
