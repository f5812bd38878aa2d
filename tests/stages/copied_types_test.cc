// Values of every type arrive unchanged, in binary and in text, between any two major versions.
#include <gtest/gtest.h>

#include "core/text/text.h"
#include "tests/compare/sample_types.h"
#include "tests/stages/copied.h"

namespace gonogo::testing_support {
namespace {

// User types with another schema name and other oids on each side.
constexpr const char* kShift = "CREATE TYPE shift AS ENUM ('x'); CREATE TYPE more AS (a shift);";

std::string Table(std::size_t type) { return "t" + std::to_string(type); }

// Returns whether an array of the type can be written as ARRAY[...].
bool HasPlainArray(const std::string& type) {
  return !type.ends_with("[]") && !type.ends_with("vector");
}

// One table for each type: its values, one a row, NULL, and all of them in an array.
std::string TablesOfAllTypes(bool filled) {
  std::string sql;
  for (std::size_t i = 0; i < SampleTypes().size(); ++i) {
    const auto& [type, values] = SampleTypes()[i];
    const bool has_array = HasPlainArray(type);
    const std::string array = has_array ? ", a " + type + "[]" : "";
    sql += "CREATE TABLE " + Table(i) + " (id serial, c " + type + array + ");\n";
    if (!filled) continue;
    std::vector<std::string> typed;
    for (const std::string& value : values) {
      sql += "INSERT INTO " + Table(i) + " (c) VALUES (" + Literal(value) + ");\n";
      typed.push_back(Literal(value) + "::" + type);
    }
    if (has_array) {
      sql += "INSERT INTO " + Table(i) + " (a) VALUES (ARRAY[" + Join(typed, ", ") + "]);\n";
    }
  }
  return sql;
}

std::vector<Relation> AllTables() {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < SampleTypes().size(); ++i) names.push_back(Table(i));
  return Same(names);
}

// Copies a table of each type, checks that every row is equal, and returns the forms by type.
std::map<std::string, std::string> FormsOf(const BothDatabases& databases) {
  databases.OnSource(kSampleTypesSql + TablesOfAllTypes(true));
  databases.OnTarget(std::string(kShift) + kSampleTypesSql + TablesOfAllTypes(false));
  const auto relations = AllTables();
  const Ran ran = RunCopy(databases, relations);
  EXPECT_EQ(ran.error, "");
  Pair pair = databases.Open();
  std::vector<ComparedRelation> compared;
  for (const Relation& relation : relations) compared.push_back({relation.source, relation.target});
  Comparer comparer(pair, compared, {});
  std::map<std::string, std::string> forms;
  for (std::size_t i = 0; i < relations.size(); ++i) {
    const auto& [type, values] = SampleTypes()[i];
    const Comparison comparison = comparer.Compare(compared[i], {});
    EXPECT_TRUE(comparison.equal()) << type << ": " << Describe(comparison.counts);
    EXPECT_EQ(comparison.row_counts.target,
              static_cast<std::int64_t>(values.size() + (HasPlainArray(type) ? 1 : 0)))
        << type;
    forms[type] = ran.FormOf(Table(i));
  }
  return forms;
}

TEST(CopiedTypes, AreCopiedInBinaryIfBothSidesUnderstandIt) {
  const BothDatabases databases("types");
  const auto forms = FormsOf(databases);
  for (const auto* const type : {"integer", "numeric", "text", "jsonb", "timestamp with time zone",
                                 "integer[]", "int4multirange", "money", "\"char\"", "oid"}) {
    EXPECT_EQ(forms.at(type), "binary") << type;
  }
  // In arrays of these types.
  EXPECT_EQ(forms.at("mood"), "text (a is public.mood[])");
  EXPECT_EQ(forms.at("mark"), "text (a is public.mark[])");
  EXPECT_EQ(forms.at("pair"), "text (a is public.pair[])");
  EXPECT_EQ(forms.at("pair[]"), "text (c is public.pair[])");
  EXPECT_EQ(forms.at("regclass"), "text (a is regclass[])");
  EXPECT_EQ(forms.at("xml"), "text (a is xml[])");
  EXPECT_EQ(forms.at("aclitem"), "text (a is aclitem[])");
}

TEST(CopiedTypes, OfUsersAreCopiedInBinaryIfTheyAreEnumsOrDomains) {
  const BothDatabases databases("types");
  databases.OnSource(kSampleTypesSql);
  databases.OnTarget(std::string(kShift) + kSampleTypesSql);
  databases.OnBoth("CREATE TABLE t (m mood, h humour, k mark)");
  databases.OnSource(
      "INSERT INTO t VALUES ('it''s', 'calm', 'x'), ('é', NULL, 'é'), (NULL, NULL, NULL)");
  const Ran ran = RunCopy(databases, Same({"t"}));
  EXPECT_EQ(ran.error, "");
  EXPECT_EQ(ran.FormOf("t"), "binary");
  EXPECT_EQ(Difference(databases, Same({"t"}).front()), "3 rows, no row different");
}

TEST(CopiedTypes, MayDifferIfTheTargetReadsTheText) {
  const BothDatabases databases("types");
  databases.OnSource(
      "CREATE TYPE mood AS ENUM ('calm'); CREATE TABLE t (a int, b text, c mood, d numeric(9, 2)); "
      "INSERT INTO t VALUES (1, '7', 'calm', 1.50); CREATE TABLE u (a bigint); "
      "INSERT INTO u VALUES (5000000000)");
  databases.OnTarget(
      "CREATE TABLE t (a bigint, b int, c text, d numeric(12, 4)); CREATE TABLE u (a int)");
  const Ran ran = RunCopy(databases, Same({"t"}));
  EXPECT_EQ(ran.error, "");
  EXPECT_EQ(ran.FormOf("t"), "text (a is integer, bigint on the target)");
  EXPECT_EQ(OnTargetNow(databases, "SELECT concat_ws(' ', a, b, c, d) FROM public.t"),
            "1 7 calm 1.5000");
  EXPECT_EQ(RunCopy(databases, Same({"u"})).sqlstate, "22003");
}

TEST(CopiedTypes, AreKeptDespiteTheRolesSettings) {
  const BothDatabases databases("types");
  const std::string other_ways =
      "ALTER DATABASE types SET DateStyle = 'SQL, DMY'; ALTER DATABASE types SET xmloption = "
      "document; ALTER DATABASE types SET IntervalStyle = sql_standard; "
      "ALTER DATABASE types SET TimeZone = 'Asia/Tokyo'; "
      "ALTER DATABASE types SET bytea_output = escape; "
      "ALTER DATABASE types SET default_transaction_read_only = on";
  databases.OnBoth(other_ways);
  const std::string table =
      "BEGIN READ WRITE; CREATE TABLE t (at timestamptz, d date, x xml, i interval, b bytea, "
      "r regclass); ";
  databases.OnTarget(table + "COMMIT");
  databases.OnSource(table +
                     "SET LOCAL DateStyle = ISO; SET LOCAL xmloption = content; "
                     "INSERT INTO t VALUES ('2026-02-03 04:05:06.789', '2026-02-03', 'a<b/>c', "
                     "'-1 mon 2 days -03:00', '\\x00ff5c', 'pg_class'); COMMIT");
  const Ran ran = RunCopy(databases, Same({"t"}));
  EXPECT_EQ(ran.error, "");
  EXPECT_EQ(ran.FormOf("t").substr(0, 4), "text");
  EXPECT_EQ(Difference(databases, Same({"t"}).front()), "1 rows, no row different");
}

struct Majors {
  std::string source;
  std::string target;
};

class CopiedMajors : public testing::TestWithParam<Majors> {};

TEST_P(CopiedMajors, LoseNothing) {
  const auto folder = MakePairFolder();
  const PairGuard guard(folder);
  const ThrowAwayPair pair =
      StartPair(folder, {ProgramsOf(GetParam().source), ProgramsOf(GetParam().target)});
  ASSERT_NE(pair.source.major, pair.target.major);
  const BothDatabases databases("majors", pair);
  const auto forms = FormsOf(databases);
  const bool upwards = pair.source.major < pair.target.major;
  EXPECT_EQ(forms.at("bigint"),
            upwards ? "binary" : "text (the target has an older major version)");
  databases.OnBoth(
      "CREATE TABLE p (id int PRIMARY KEY, up int REFERENCES p, q int) PARTITION BY RANGE (id); "
      "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10); "
      "CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (10) TO (20); "
      "CREATE TABLE q (id int PRIMARY KEY REFERENCES p); "
      "ALTER TABLE p ADD CONSTRAINT pq FOREIGN KEY (q) REFERENCES q DEFERRABLE INITIALLY DEFERRED; "
      "CREATE FUNCTION never() RETURNS trigger LANGUAGE plpgsql AS "
      "$$ BEGIN RAISE 'it fires'; END $$");
  databases.OnSource(
      "BEGIN; INSERT INTO p SELECT i, 19 - i, i FROM generate_series(0, 19) AS i; "
      "INSERT INTO q SELECT generate_series(0, 19); COMMIT");
  databases.OnTarget(
      "CREATE TRIGGER rows AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION never(); "
      "CREATE CONSTRAINT TRIGGER k AFTER INSERT ON q DEFERRABLE INITIALLY DEFERRED FOR EACH ROW "
      "EXECUTE FUNCTION never(); "
      "ALTER TABLE p1 ENABLE ALWAYS TRIGGER rows; ALTER TABLE ONLY p ENABLE REPLICA TRIGGER rows");
  constexpr const char* kStates =
      "SELECT string_agg(concat_ws(' ', tgrelid::regclass, tgfoid::regproc, tgenabled, "
      "tgdeferrable, tginitdeferred), ', ' ORDER BY tgrelid::regclass::text, tgname) "
      "FROM pg_trigger";
  const std::string before = OnTargetNow(databases, kStates);
  const auto relations = Same({"p", "q"});
  EXPECT_EQ(RunCopy(databases, relations).error, "");
  EXPECT_EQ(RunCopy(databases, relations, {{"p", "q"}, {}}).error, "");
  EXPECT_EQ(OnTargetNow(databases, kStates), before);
  for (const Relation& relation : relations) {
    EXPECT_EQ(Difference(databases, relation), "20 rows, no row different");
  }
}

INSTANTIATE_TEST_SUITE_P(Pairs, CopiedMajors, testing::Values(Majors{"15", "17"}));
INSTANTIATE_TEST_SUITE_P(Slow, CopiedMajors,
                         testing::Values(Majors{"14", "18"}, Majors{"18", "14"}));

}  // namespace
}  // namespace gonogo::testing_support
