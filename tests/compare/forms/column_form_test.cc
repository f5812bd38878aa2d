// Tests which form a column gets by its types on both sides.
#include "compare/forms/column_form.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

Column Of(const std::string& type, const std::string& base) {
  return {.name = "c", .quoted = "c", .type = type, .base = base};
}

std::string FormOf(const Column& source, const Column& target) {
  return std::string(NativeFormOf({source, target}).name);
}

TEST(NativeForm, IsThatOfTheTypeIfBothSidesHaveIt) {
  EXPECT_EQ(FormOf(Of("bigint", "int8"), Of("bigint", "int8")), "int8");
  EXPECT_EQ(FormOf(Of("text", "text"), Of("character varying(9)", "varchar")), "text");
}

TEST(NativeForm, WidensWholeNumbers) {
  EXPECT_EQ(FormOf(Of("integer", "int4"), Of("bigint", "int8")), "int8");
}

TEST(NativeForm, IsTheTextIfTypesDiffer) {
  EXPECT_EQ(FormOf(Of("real", "float4"), Of("double precision", "float8")), "text of the value");
  EXPECT_EQ(FormOf(Of("integer", "int4"), Of("text", "text")), "text of the value");
}

TEST(NativeForm, OfNumericIsTheTextUnlessBothSidesHaveTheSameScale) {
  const Column scaled = Of("numeric(12,2)", "numeric");
  EXPECT_EQ(FormOf(scaled, scaled), "numeric");
  const Column whole = Of("numeric(3,-2)", "numeric");
  EXPECT_EQ(FormOf(whole, whole), "numeric");
  for (const Column& other :
       {Of("numeric(12,3)", "numeric"), Of("numeric(13,2)", "numeric"), Of("numeric", "numeric"),
        Of("public.price", "numeric"), Of("integer", "int4")}) {
    EXPECT_EQ(FormOf(scaled, other), "text of the value") << other.type;
    EXPECT_EQ(FormOf(other, scaled), "text of the value") << other.type;
  }
  const Column any = Of("numeric", "numeric");
  EXPECT_EQ(FormOf(any, any), "text of the value");
  const Column domain = Of("public.price", "numeric");
  EXPECT_EQ(FormOf(domain, domain), "text of the value");
}

TEST(NativeForm, IsOneForInetAndCidr) {
  EXPECT_EQ(FormOf(Of("inet", "inet"), Of("cidr", "cidr")), "inet");
}

TEST(HashOf, KeepsAColumnNameThatLooksLikeAMark) {
  const Column odd{.name = "$s", .quoted = "\"$s\"", .type = "bigint", .base = "int8"};
  EXPECT_EQ(HashOf(NativeFormOf({odd, odd}), odd, "7"),
            "pg_catalog.hashint8extended(\"$s\", \"$s\" OPERATOR(pg_catalog.#) 7)");
}

}  // namespace
}  // namespace gonogo
