// Tests that a row's digest changes if values change places, or NULL and empty values do.
//
// It does so for each type, for nullable and NOT NULL columns, and with each method.
#include "compare/forms/row_digest.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/error.h"
#include "core/text/text.h"
#include "tests/compare/compared.h"
#include "tests/compare/sample_types.h"

namespace gonogo::testing_support {
namespace {

// A row of two columns, before and after a change.
using TwoValues = std::pair<Value, Value>;
using Change = std::pair<TwoValues, TwoValues>;

// Returns all changes that the values of a type allow. Some rows stay the same.
std::vector<Change> Changes(const SampleType& type, bool nulls) {
  std::vector<Change> changes;
  for (const std::string& a : type.values) {
    changes.push_back({{a, a}, {a, a}});
    for (const std::string& b : type.values) {
      if (a == b) continue;
      changes.push_back({{a, b}, {b, a}});
      changes.push_back({{a, a}, {b, b}});
      changes.push_back({{a, a}, {a, b}});
      if (!nulls) continue;
      changes.push_back({{a, {}}, {b, {}}});
      changes.push_back({{{}, a}, {{}, b}});
      changes.push_back({{a, {}}, {{}, a}});
      changes.push_back({{a, {}}, {a, b}});
      changes.push_back({{{}, {}}, {a, a}});
    }
  }
  return changes;
}

std::string RowsOf(const std::string& table, const std::vector<Change>& changes, bool after) {
  std::vector<std::string> rows;
  for (const Change& change : changes) {
    const auto& [a, b] = after ? change.second : change.first;
    rows.push_back("(" + std::to_string(rows.size()) + ", " + Literal(a) + ", " + Literal(b) + ")");
  }
  return "INSERT INTO " + table + " VALUES " + Join(rows, ", ") + ";";
}

// Makes each type's changes in its own table. Returns text if the findings aren't those changes.
std::vector<std::string> Misjudged(const BothDatabases& databases,
                                   const std::vector<SampleType>& types, Method method,
                                   bool nulls) {
  databases.OnBoth(std::string("DROP SCHEMA public CASCADE; CREATE SCHEMA public;") +
                   kSampleTypesSql);
  std::vector<ComparedRelation> relations;
  std::vector<std::int64_t> wanted;
  std::string source;
  std::string target;
  for (const SampleType& type : types) {
    const std::string table = "t" + std::to_string(relations.size());
    const std::string of_type = type.type + (nulls ? "" : " NOT NULL");
    const auto changes = Changes(type, nulls);
    const std::string create =
        "CREATE TABLE " + table + " (id int PRIMARY KEY, a " + of_type + ", b " + of_type + ");";
    source += create + RowsOf(table, changes, false);
    target += create + RowsOf(table, changes, true);
    relations.push_back({.source = table, .target = table, .method = method});
    wanted.push_back(std::count_if(changes.begin(), changes.end(), [](const Change& change) {
      return change.first != change.second;
    }));
  }
  databases.OnSource(source);
  databases.OnTarget(target);
  Pair pair = databases.Open();
  Comparer comparer(pair, relations, {});
  std::vector<std::string> misjudged;
  for (std::size_t i = 0; i < relations.size(); ++i) {
    try {
      const auto found = comparer.Compare(relations[i], {.limit = 1}).counts;
      if (found.different == wanted[i] && found.sum() == found.different) continue;
      misjudged.push_back(types[i].type + ": " + Describe(found) + " of " +
                          std::to_string(wanted[i]));
    } catch (const DatabaseError& error) {
      misjudged.push_back(types[i].type + ": " + error.what());
    }
  }
  return misjudged;
}

class RowDigestOf : public testing::TestWithParam<Method> {};

TEST_P(RowDigestOf, DetectsValuesThatChangePlaces) {
  const BothDatabases databases("digests");
  EXPECT_EQ(Misjudged(databases, SampleTypes(), GetParam(), false), std::vector<std::string>());
}

TEST_P(RowDigestOf, DetectsValuesThatChangePlacesWithNulls) {
  const BothDatabases databases("digests");
  EXPECT_EQ(Misjudged(databases, SampleTypes(), GetParam(), true), std::vector<std::string>());
}

// Encodings differ, so the bytes of texts can't be compared and the portable form is used.
TEST(RowDigest, DetectsValuesThatChangePlacesBetweenEncodings) {
  const BothDatabases databases("digests");
  Execute(TestPair().target, "postgres", "DROP DATABASE digests");
  Execute(TestPair().target, "postgres",
          "CREATE DATABASE digests TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'");
  Execute(TestPair().target, "postgres", "ALTER DATABASE digests SET client_encoding = 'UTF8'");
  const std::vector<SampleType> types = {{"text", {"", "a", "b", "é"}},
                                         {"varchar(9)", {"", "a", "é"}},
                                         {"json", {"\"a\"", "\"é\""}},
                                         {"mood", {"calm", "it's", "é"}}};
  for (const bool nulls : {false, true}) {
    EXPECT_EQ(Misjudged(databases, types, Method::kNative, nulls), std::vector<std::string>());
  }
}

// Returns the one row that the statement finds, as text.
std::string OneRow(Session& session, const std::string& statement) {
  return session.Query("SELECT r::text AS row FROM (" + statement + ") AS r", {})
      .Only()
      .Text("row");
}

TEST(RowDigest, AddsUpTheDigestsThatItSelects) {
  const BothDatabases databases("digests");
  databases.OnBoth(
      "CREATE TABLE t (id int PRIMARY KEY, a text NOT NULL, b int);"
      "INSERT INTO t SELECT i, i, nullif(i % 3, 0) FROM generate_series(1, 9) AS i;"
      "CREATE TABLE keyless AS TABLE t");
  Pair pair = databases.Open();
  AgreedForms forms(pair.Source(), pair.Target());
  for (const Method method : {Method::kNative, Method::kSha256}) {
    for (const std::string table : {"t", "keyless"}) {
      const ComparedRelation relation{.source = table, .target = table, .method = method};
      const RelationShape shape = ReadShapes(pair.Source(), {{"public", table}}).begin()->second;
      const RowDigest digest(PairColumns(relation, shape, shape), method, forms);
      const std::string sums =
          method == Method::kNative ? "sum(d1) FROM" : "sum(d1), sum(d2), sum(d3), sum(d4) FROM";
      EXPECT_EQ(
          OneRow(pair.Source(), digest.Sums(SideName::kSource, table, "id < 9")),
          OneRow(pair.Source(), "SELECT count(*), " + sums + " (" +
                                    digest.Select(SideName::kSource, table, "id < 9") + ") AS d"));
      EXPECT_EQ(OneRow(pair.Source(), digest.Sums(SideName::kSource, table, "false")),
                method == Method::kNative ? "(0,0)" : "(0,0,0,0,0)");
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Default, RowDigestOf, testing::Values(Method::kNative),
                         [](const auto& method) { return NameOf(method.param); });
INSTANTIATE_TEST_SUITE_P(Slow, RowDigestOf, testing::Values(Method::kText, Method::kSha256),
                         [](const auto& method) { return NameOf(method.param); });

}  // namespace
}  // namespace gonogo::testing_support
