// Tests that a form with a chained seed uses all bits of the seed for every value.
//
// A function that forgets its seed for some value would hide all earlier columns of rows that have
// the value.
#include <gtest/gtest.h>

#include "compare/forms/column_form.h"
#include "fixtures/pair.h"
#include "tests/support/servers/pair_environment.h"

namespace gonogo::testing_support {
namespace {

Column ColumnNamed(const std::string& type, const std::string& base) {
  return {.name = "v", .quoted = "c.v", .type = type, .base = base};
}

class ChainedForm : public testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(ChainedForm, UsesItsSeedForEveryValue) {
  const auto& [type, base] = GetParam();
  const Column column = ColumnNamed(type, base);
  const Form& form = NativeFormOf({column, column});
  ASSERT_NE(form.seed, SeedUse::kConstant);
  const Side side =
      OpenSide("source", ParseEndpoint(UrlOf(TestPair().source, "postgres"), "SRC_DB_URL"), {});
  const auto seeded = [&](const std::string& seed) { return HashOf(form, column, seed); };
  const Rows rows = side.session->Query(
      "SELECT count(*) AS values, "
      "count(*) FILTER (WHERE " +
          seeded("'1'::int8") + " = " + seeded("'4294967296'::int8") + ") AS forgetful FROM " +
          SampleRows(form),
      {});
  EXPECT_GT(rows.Only().Integer("values"), 0);
  EXPECT_EQ(rows.Only().Integer("forgetful"), 0);
}

INSTANTIATE_TEST_SUITE_P(
    , ChainedForm,
    testing::Values(
        std::pair("smallint", "int2"), std::pair("integer", "int4"), std::pair("bigint", "int8"),
        std::pair("text", "text"), std::pair("uuid", "uuid"), std::pair("numeric", "numeric"),
        std::pair("jsonb", "jsonb"), std::pair("timestamp with time zone", "timestamptz"),
        std::pair("timestamp without time zone", "timestamp"), std::pair("date", "date"),
        std::pair("time without time zone", "time"), std::pair("time with time zone", "timetz"),
        std::pair("interval", "interval"), std::pair("bytea", "bytea"),
        std::pair("character(3)", "bpchar"), std::pair("inet", "inet"), std::pair("cidr", "cidr"),
        std::pair("numeric(12,2)", "numeric")),
    [](const auto& one) {
      return std::string(one.param.second) +
             (std::string(one.param.first).ends_with(")") ? "_n" : "");
    });

}  // namespace
}  // namespace gonogo::testing_support
