// What a statement returned is read by column name, and never guessed at.
#include "core/values/rows.h"

#include <gtest/gtest.h>

#include <functional>

#include "core/error.h"

namespace gonogo {
namespace {

// One row, with a NULL and a value of each kind.
Rows OneRow() {
  return {.columns = {"nothing", "empty", "count", "yes", "no", "word"},
          .values = {{std::nullopt, "", "5000000000", "t", "f", "true"}}};
}

std::string Refusal(const std::function<void(const Row&)>& read) {
  const Rows rows = OneRow();
  try {
    read(rows.Only());
  } catch (const DatabaseError& error) {
    return error.what();
  }
  return "accepted";
}

TEST(Row, IsReadByColumnAndType) {
  const Rows rows = OneRow();
  const Row row = rows[0];
  EXPECT_EQ(row.Text("word"), "true");
  EXPECT_EQ(row.Integer("count"), 5'000'000'000);
  EXPECT_TRUE(row.Boolean("yes"));
  EXPECT_FALSE(row.Boolean("no"));
}

TEST(Row, TellsNullFromTheEmptyText) {
  const Rows rows = OneRow();
  EXPECT_EQ(rows[0].Maybe("nothing"), std::nullopt);
  EXPECT_EQ(rows[0].Maybe("empty"), "");
  EXPECT_EQ(rows[0].Text("empty"), "");
}

TEST(Row, RefusesNullWhereAValueIsWanted) {
  const std::string complaint =
      "column nothing of the answer is NULL, which may mean \"not allowed\"";
  EXPECT_EQ(Refusal([](const Row& row) { row.Text("nothing"); }), complaint);
  EXPECT_EQ(Refusal([](const Row& row) { row.Integer("nothing"); }), complaint);
  EXPECT_EQ(Refusal([](const Row& row) { row.Boolean("nothing"); }), complaint);
}

TEST(Row, RefusesAColumnThatIsNotThere) {
  const std::string complaint = "column cuont of the answer is missing";
  EXPECT_EQ(Refusal([](const Row& row) { row.Maybe("cuont"); }), complaint);
  EXPECT_EQ(Refusal([](const Row& row) { row.Integer("cuont"); }), complaint);
}

TEST(Row, RefusesATextThatSpellsNoValueOfTheType) {
  EXPECT_EQ(Refusal([](const Row& row) { row.Integer("word"); }),
            "column word of the answer is no integer: true");
  EXPECT_EQ(Refusal([](const Row& row) { row.Integer("empty"); }),
            "column empty of the answer is no integer: ");
  EXPECT_EQ(Refusal([](const Row& row) { row.Boolean("word"); }),
            "column word of the answer is no boolean: true");
}

TEST(Rows, GiveTheirOnlyRow) { EXPECT_TRUE(OneRow().Only().Boolean("yes")); }

TEST(Rows, RefuseToGiveTheOnlyOneOfNoneOrTwo) {
  const auto refusal = [](const Rows& rows) -> std::string {
    try {
      rows.Only();
    } catch (const DatabaseError& error) {
      return error.what();
    }
    return "accepted";
  };
  EXPECT_EQ(refusal({.columns = {"a"}, .values = {}}),
            "the answer has 0 rows where one was expected");
  EXPECT_EQ(refusal({.columns = {"a"}, .values = {{"1"}, {"2"}}}),
            "the answer has 2 rows where one was expected");
}

}  // namespace
}  // namespace gonogo
