// Tests which columns are paired, which are the key, and which are reported as missing.
#include "compare/forms/compared_relation.h"

#include <gtest/gtest.h>

#include "core/error.h"

namespace gonogo {
namespace {

using Names = std::vector<std::string>;

// Returns a table with these columns, sorted by name as the catalogue query returns them.
RelationShape Table(Names columns, Names key = {}) {
  RelationShape shape{.name = {"public", "t"}, .quoted = "public.t"};
  for (const std::string& name : columns) {
    shape.columns.push_back({.name = name, .quoted = name, .type = "text", .base = "text"});
  }
  shape.key = std::move(key);
  return shape;
}

// "a", or "a/b" if the column has another name on the target.
Names Describe(const std::vector<ColumnPair>& pairs) {
  Names words;
  for (const auto& [source, target] : pairs) {
    words.push_back(source.name == target.name ? source.name : source.name + "/" + target.name);
  }
  return words;
}

std::string Refusal(const ComparedRelation& relation, const RelationShape& source,
                    const RelationShape& target) {
  try {
    PairColumns(relation, source, target);
  } catch (const PlanError& error) {
    return error.what();
  }
  return "accepted";
}

TEST(PairColumns, PairsByNameInAnyOrder) {
  const auto paired = PairColumns({}, Table({"a", "b", "id"}, {"id"}), Table({"id", "b", "a"}));
  EXPECT_EQ(Describe(paired.key), Names{"id"});
  EXPECT_EQ(Describe(paired.others), (Names{"a", "b"}));
  EXPECT_EQ(Describe(paired.All()), (Names{"id", "a", "b"}));
  EXPECT_EQ(paired.missing_on_source, Names());
  EXPECT_EQ(paired.missing_on_target, Names());
}

TEST(PairColumns, NamesWhatEitherSideLacks) {
  const auto paired = PairColumns({}, Table({"a", "b", "c"}), Table({"b", "d"}));
  EXPECT_EQ(Describe(paired.All()), Names{"b"});
  EXPECT_EQ(paired.missing_on_target, (Names{"a", "c"}));
  EXPECT_EQ(paired.missing_on_source, Names{"d"});
}

TEST(PairColumns, ComparesOnlyTheNamedColumnsAndTheKey) {
  const auto paired =
      PairColumns({.columns = {"b"}}, Table({"a", "b", "id"}, {"id"}), Table({"b", "id", "new"}));
  EXPECT_EQ(Describe(paired.key), Names{"id"});
  EXPECT_EQ(Describe(paired.others), Names{"b"});
  EXPECT_EQ(paired.missing_on_target, Names());
  EXPECT_EQ(paired.missing_on_source, Names());
}

TEST(PairColumns, NamesAWantedColumnThatIsMissing) {
  const auto paired = PairColumns({.columns = {"a"}}, Table({"a", "b"}), Table({"b"}));
  EXPECT_EQ(Describe(paired.All()), Names());
  EXPECT_EQ(paired.missing_on_target, Names{"a"});
}

TEST(PairColumns, LeavesOutExceptedColumns) {
  const auto paired =
      PairColumns({.except_columns = {"a", "c"}}, Table({"a", "b", "c"}), Table({"a", "b"}));
  EXPECT_EQ(Describe(paired.All()), Names{"b"});
  EXPECT_EQ(paired.missing_on_target, Names());
  EXPECT_EQ(paired.missing_on_source, Names());
}

TEST(PairColumns, PairsARenamedColumn) {
  const auto paired =
      PairColumns({.target_of = {{"a", "b"}}}, Table({"a", "id"}, {"id"}), Table({"b", "id"}));
  EXPECT_EQ(Describe(paired.All()), (Names{"id", "a/b"}));
  EXPECT_EQ(paired.missing_on_target, Names());
  EXPECT_EQ(paired.missing_on_source, Names());
}

TEST(PairColumns, PairsARenamedKey) {
  const auto paired =
      PairColumns({.target_of = {{"id", "uid"}}}, Table({"a", "id"}, {"id"}), Table({"a", "uid"}));
  EXPECT_EQ(Describe(paired.key), Names{"id/uid"});
}

TEST(PairColumns, NamesAColumnWhoseNewNameDoesNotExist) {
  const auto paired = PairColumns({.target_of = {{"a", "c"}}}, Table({"a"}), Table({"a"}));
  EXPECT_EQ(paired.missing_on_target, Names{"a"});
  EXPECT_EQ(paired.missing_on_source, Names{"a"});
}

TEST(PairColumns, PrefersTheKeyOfThePlan) {
  const RelationShape table = Table({"a", "b", "id"}, {"id"});
  EXPECT_EQ(Describe(PairColumns({.key = {"b", "a"}}, table, table).All()),
            (Names{"b", "a", "id"}));
}

TEST(PairColumns, KeepsTheOrderOfACompositeKey) {
  const RelationShape table = Table({"a", "b", "c"}, {"c", "a"});
  EXPECT_EQ(Describe(PairColumns({}, table, table).key), (Names{"c", "a"}));
}

TEST(PairColumns, HasNoKeyIfAPartOfItIsExcepted) {
  const RelationShape table = Table({"a", "b", "c"}, {"a", "b"});
  const auto paired = PairColumns({.except_columns = {"b"}}, table, table);
  EXPECT_EQ(Describe(paired.key), Names());
  EXPECT_EQ(Describe(paired.others), (Names{"a", "c"}));
}

TEST(PairColumns, HasNoKeyIfTheTargetLacksAPartOfIt) {
  const auto paired = PairColumns({}, Table({"a", "b", "c"}, {"a", "b"}), Table({"a", "c"}));
  EXPECT_EQ(Describe(paired.key), Names());
  EXPECT_EQ(Describe(paired.others), (Names{"a", "c"}));
  EXPECT_EQ(paired.missing_on_target, Names{"b"});
}

TEST(PairColumns, RejectsANameThatTheSourceLacks) {
  const RelationShape table = Table({"email", "id"}, {"id"});
  const std::string near = "public.t has no column \"emial\"; did you mean \"email\"?";
  EXPECT_EQ(Refusal({.columns = {"emial"}}, table, table), near);
  EXPECT_EQ(Refusal({.except_columns = {"emial"}}, table, table), near);
  EXPECT_EQ(Refusal({.key = {"emial"}}, table, table), near);
  EXPECT_EQ(Refusal({.target_of = {{"emial", "id"}}}, table, table), near);
  EXPECT_EQ(Refusal({.columns = {"something"}}, table, table),
            "public.t has no column \"something\"; known: email, id");
}

TEST(MethodNamed, ReadsBackEachName) {
  for (const std::string& name : MethodNames()) EXPECT_EQ(NameOf(MethodNamed(name)), name);
}

TEST(MethodNamed, RejectsAnUnknownName) {
  try {
    MethodNamed("sha265");
    FAIL() << "accepted";
  } catch (const PlanError& error) {
    EXPECT_STREQ(error.what(), "method \"sha265\" is unknown; did you mean \"sha256\"?");
  }
}

}  // namespace
}  // namespace gonogo
