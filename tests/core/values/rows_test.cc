// Reading values by column name: an invalid value is an error.
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

std::string ErrorMessage(const std::function<void(const Row&)>& read) {
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

TEST(Row, DistinguishesNullFromTheEmptyText) {
  const Rows rows = OneRow();
  EXPECT_EQ(rows[0].Maybe("nothing"), std::nullopt);
  EXPECT_EQ(rows[0].Maybe("empty"), "");
  EXPECT_EQ(rows[0].Text("empty"), "");
}

TEST(Row, RejectsNullUnlessItHasAMeaning) {
  const std::string message =
      "column nothing of the answer is NULL, which may mean \"permission denied\"";
  EXPECT_EQ(ErrorMessage([](const Row& row) { row.Text("nothing"); }), message);
  EXPECT_EQ(ErrorMessage([](const Row& row) { row.Integer("nothing"); }), message);
  EXPECT_EQ(ErrorMessage([](const Row& row) { row.Boolean("nothing"); }), message);
}

TEST(Row, RejectsAMissingColumn) {
  const std::string message = "column cuont of the answer is missing";
  EXPECT_EQ(ErrorMessage([](const Row& row) { row.Maybe("cuont"); }), message);
  EXPECT_EQ(ErrorMessage([](const Row& row) { row.Integer("cuont"); }), message);
}

TEST(Row, RejectsATextOfAnotherType) {
  EXPECT_EQ(ErrorMessage([](const Row& row) { row.Integer("word"); }),
            "column word of the answer isn't an integer: true");
  EXPECT_EQ(ErrorMessage([](const Row& row) { row.Integer("empty"); }),
            "column empty of the answer isn't an integer: ");
  EXPECT_EQ(ErrorMessage([](const Row& row) { row.Boolean("word"); }),
            "column word of the answer isn't a boolean: true");
}

TEST(Rows, ReturnTheirOnlyRow) { EXPECT_TRUE(OneRow().Only().Boolean("yes")); }

TEST(Rows, RejectNoRowAndTwoRowsAsTheOnlyRow) {
  const auto refusal = [](const Rows& rows) -> std::string {
    try {
      rows.Only();
    } catch (const DatabaseError& error) {
      return error.what();
    }
    return "accepted";
  };
  EXPECT_EQ(refusal({.columns = {"a"}, .values = {}}), "the answer has 0 rows, want 1 row");
  EXPECT_EQ(refusal({.columns = {"a"}, .values = {{"1"}, {"2"}}}),
            "the answer has 2 rows, want 1 row");
}

}  // namespace
}  // namespace gonogo
