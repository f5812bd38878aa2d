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

TEST(NativeForm, OfAnEnumNamesUpToSixtyFourLabels) {
  Column many = Of("mood", "public.mood");
  many.labels.resize(64, "'x'");
  EXPECT_EQ(FormOf(many, many), "label");
  Column more = many;
  more.labels.emplace_back("'x'");
  EXPECT_EQ(FormOf(many, more), "text of the value");
}

TEST(HashOf, HalvesTheLabelsOfAnEnum) {
  Column mood = Of("mood", "m.mood");
  mood.labels = {"'a'", "'b'", "'c'", "'d'", "'e'"};
  const auto hash = [](const std::string& text) {
    return "pg_catalog.hashtextextended(" + text + "::pg_catalog.text COLLATE pg_catalog.\"C\", 7)";
  };
  const auto if_it_is = [&](const std::string& label) {
    return " WHEN pg_catalog.enum_eq(c::m.mood, " + label + "::m.mood) THEN " + hash(label);
  };
  EXPECT_EQ(HashOf(NativeFormOf({mood, mood}), mood, "7"),
            "CASE WHEN pg_catalog.enum_lt(c::m.mood, 'c'::m.mood) THEN CASE" + if_it_is("'a'") +
                if_it_is("'b'") + " ELSE " + hash("c") + " END ELSE CASE" + if_it_is("'c'") +
                if_it_is("'d'") + if_it_is("'e'") + " ELSE " + hash("c") + " END END");
}

TEST(HashOf, KeepsAColumnNameThatLooksLikeAMark) {
  const Column odd{.name = "$s", .quoted = "\"$s\"", .type = "bigint", .base = "int8"};
  EXPECT_EQ(HashOf(NativeFormOf({odd, odd}), odd, "7"),
            "pg_catalog.hashint8extended(\"$s\", \"$s\" OPERATOR(pg_catalog.#) 7)");
}

}  // namespace
}  // namespace gonogo
