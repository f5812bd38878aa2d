// Tests on servers that hashes tell apart whatever a dump does, alone and in whole rows.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "compare/forms/hash_chain.h"
#include "core/text/text.h"
#include "fixtures/pair.h"
#include "tests/compare/forms/hard_values.h"
#include "tests/support/servers/pair_environment.h"

namespace gonogo::testing_support {
namespace {

std::unique_ptr<Session> SessionOn(const Cluster& cluster) {
  return std::move(
      OpenSide("source", ParseEndpoint(UrlOf(cluster, "postgres"), "SRC_DB_URL"), {}).session);
}

const Form& FormFor(const Column& column) { return NativeFormOf({column, column}); }

// Returns the sum of the hashes, after it has compared how many texts and hashes are different.
std::string SumOfDistinctHashes(Session& session, const HardValues& values) {
  const std::string each =
      fmt::format("SELECT DISTINCT {} COLLATE \"C\" AS text, {} AS hash FROM ({}) AS c (v)",
                  TextOf(values.column), HashOf(FormFor(values.column), values.column, Constant(7)),
                  values.query);
  const Rows rows = session.Query(
      "SELECT count(*) AS both, count(DISTINCT text) AS texts, count(DISTINCT hash) AS hashes, "
      "sum(hash) AS sum FROM (" +
          each + ") AS e",
      {});
  const Row row = rows.Only();
  EXPECT_GT(row.Integer("texts"), 1) << values.name;
  EXPECT_EQ(row.Integer("hashes"), row.Integer("texts")) << values.name;
  EXPECT_EQ(row.Integer("both"), row.Integer("texts")) << values.name;
  return row.Text("sum");
}

// A table with a number and two columns of the same type, and perhaps one more number.
struct Layout {
  bool keyed;
  bool not_null;
  bool more;
};

std::vector<HashedColumn> ColumnsOf(const HardValues& values, const Layout& layout) {
  std::vector<HashedColumn> columns;
  const auto add = [&](Column column, const std::string& quoted, bool not_null) {
    column.quoted = quoted;
    column.not_null = not_null;
    columns.push_back({{column, column}, &FormFor(column), 1'000 + columns.size()});
  };
  if (layout.keyed) add(ColumnOf("bigint", "int8"), "id", true);
  add(values.column, "a", layout.not_null);
  add(values.column, "b", layout.not_null);
  if (layout.more) add(ColumnOf("bigint", "int8"), "w", true);
  return columns;
}

// Tries each value and NULL, if the layout allows it, in both columns. Any two pairs of rows must
// differ by another distance, modulo 2^64; else values could change places between rows and leave
// the sum alone.
void ExpectThatPlacesCount(Session& session, const HardValues& values, const Layout& layout) {
  const std::string array = fmt::format("'{}'::{}[]{}", values.few, values.column.base,
                                        layout.not_null ? "" : " || NULL");
  const Rows rows = session.Query(
      fmt::format(
          "WITH hashed AS MATERIALIZED (SELECT ({})::numeric AS h, row_number() OVER () AS n "
          "FROM unnest('{}'::int8[]) AS id, unnest({}) AS a, unnest({}) AS b, "
          "unnest('{}'::int8[]) AS w), "
          "pairs AS (SELECT abs(x.h - y.h) AS distance FROM hashed AS x JOIN hashed AS y "
          "ON x.n < y.n) "
          "SELECT (SELECT count(*) * (count(*) - 1) / 2 FROM hashed) AS pairs, "
          "count(DISTINCT least(distance, 18446744073709551616 - distance)) AS distances "
          "FROM pairs WHERE distance <> 0",
          HashOfAll(ColumnsOf(values, layout), SideName::kSource),
          layout.keyed ? "{1,4294967296}" : "{1}", array, array,
          layout.more ? "{1,4294967296}" : "{1}"),
      {});
  EXPECT_GT(rows.Only().Integer("pairs"), 0);
  EXPECT_EQ(rows.Only().Integer("distances"), rows.Only().Integer("pairs"))
      << values.name << (layout.keyed ? ", keyed" : "") << (layout.not_null ? ", not null" : "");
}

void ExpectThatPlacesCount(Session& session, const HardValues& values) {
  for (const bool not_null : {true, false}) {
    ExpectThatPlacesCount(session, values, {.keyed = true, .not_null = not_null, .more = true});
    ExpectThatPlacesCount(session, values, {.keyed = false, .not_null = not_null, .more = false});
  }
}

class HardValuesOf : public testing::TestWithParam<HardValues> {};

TEST_P(HardValuesOf, HaveDifferentHashes) {
  SumOfDistinctHashes(*SessionOn(TestPair().source), GetParam());
}

TEST_P(HardValuesOf, HaveTheirPlaces) {
  ExpectThatPlacesCount(*SessionOn(TestPair().source), GetParam());
}

INSTANTIATE_TEST_SUITE_P(, HardValuesOf, testing::ValuesIn(AllHardValues()),
                         [](const auto& one) { return one.param.name; });

// The bucket of a row is in the last bits of its key's hash.
TEST(HashOfAll, HasLastBitsThatTellKeysApart) {
  const auto session = SessionOn(TestPair().source);
  const std::vector<std::pair<Column, std::string>> keys = {
      {ColumnOf("bigint", "int8"), "n"},
      {ColumnOf("bigint", "int8"), "n * 4294967296"},
      {ColumnOf("integer", "int4"), "n::int4"},
      {ColumnOf("date", "date"), "'2000-01-01'::date + n::int"},
      {ColumnOf("numeric(9,2)", "numeric"), "n::numeric(9,2)"},
      {ColumnOf("timestamp without time zone", "timestamp"),
       "'2000-01-01'::timestamp + n * '1 day'::interval"}};
  for (auto [column, value] : keys) {
    column.not_null = true;
    const std::string hash =
        HashOfAll({{{column, column}, &FormFor(column), 1'001}}, SideName::kSource);
    const Rows rows = session->Query(
        fmt::format("SELECT count(*) AS buckets, max(rows) AS most FROM (SELECT count(*) AS rows "
                    "FROM (SELECT {} AS v FROM generate_series(0, 3199::int8) AS n) AS c "
                    "GROUP BY {} & 31) AS b",
                    value, hash),
        {});
    EXPECT_EQ(rows.Only().Integer("buckets"), 32) << value;
    EXPECT_LT(rows.Only().Integer("most"), 150) << value;
  }
}

TEST(SlowHardValues, HaveDifferentHashesThatAllMajorsAgreeOn) {
  for (const auto& [one, other] :
       {std::pair("13", "17"), std::pair("14", "18"), std::pair("15", "16")}) {
    const auto folder = MakePairFolder();
    const PairGuard guard(folder);
    const ThrowAwayPair pair =
        StartPair(folder, {.source = ProgramsOf(one), .target = ProgramsOf(other)});
    const auto source = SessionOn(pair.source);
    const auto target = SessionOn(pair.target);
    const auto here = SessionOn(TestPair().source);
    for (const HardValues& values : AllHardValues()) {
      const std::string sum = SumOfDistinctHashes(*here, values);
      EXPECT_EQ(SumOfDistinctHashes(*source, values), sum) << values.name << " on " << one;
      EXPECT_EQ(SumOfDistinctHashes(*target, values), sum) << values.name << " on " << other;
      ExpectThatPlacesCount(*source, values);
      ExpectThatPlacesCount(*target, values);
    }
  }
}

}  // namespace
}  // namespace gonogo::testing_support
