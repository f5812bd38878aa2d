// Tests tokens of SQL text, and their normal form.
#include "gates/parser/sql_tokens.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

TEST(SqlTokens, KeepsLiteralsAndQuotedNamesWhole) {
  const std::vector<std::string_view> want = {"a", "::",      "\"A \"\" b\"", "||", "'it''s ) '",
                                              ",", "E'\\\\'", "$x$ ' $x$",    "[",  "1.5e3",
                                              "]", "$1"};
  EXPECT_EQ(SqlTokens("a::\"A \"\" b\" || 'it''s ) ',\n E'\\\\' $x$ ' $x$[1.5e3] $1"), want);
  EXPECT_EQ(SqlTokens("'open"), std::vector<std::string_view>{"'open"});
}

TEST(WithoutKeywordQuotes, KeepsQuotesThatNamesNeed) {
  EXPECT_EQ(WithoutKeywordQuotes("column \"json\""), "column json");
  for (const std::string text :
       {"\"A\"", "\"a b\"", "\"1a\"", "\"a.b\".c", "'\"json\"'", "\"char\"", "\"ä\"", "\"\""}) {
    EXPECT_EQ(WithoutKeywordQuotes(text), text);
  }
}

TEST(WithoutKeywordQuotes, NamesTheTypeJsonInOneWay) {
  EXPECT_EQ(WithoutKeywordQuotes("(public.v AS pg_catalog.json)"), "(public.v AS json)");
  EXPECT_EQ(WithoutKeywordQuotes("f(pg_catalog.json[],pg_catalog.jsonb)"),
            "f(json[],pg_catalog.jsonb)");
  EXPECT_EQ(WithoutKeywordQuotes("s.json, 'pg_catalog.json'"), "s.json, 'pg_catalog.json'");
}

TEST(WithoutDefaults, RemovesNoIndentOutsideOfLiterals) {
  EXPECT_EQ(WithoutDefaults("XMLSERIALIZE(CONTENT x AS text NO INDENT)"),
            "XMLSERIALIZE(CONTENT x AS text )");
  EXPECT_EQ(WithoutDefaults("('NO INDENT)')"), "('NO INDENT)')");
}

TEST(NormalTokens, IsEqualForNestedAndFlatOperations) {
  EXPECT_EQ(NormalTokens("(((a IS JSON) AND b) AND (c AND d))"),
            NormalTokens("((a IS JSON) AND b AND c AND d)"));
  EXPECT_EQ(NormalTokens("f((x OR (y OR z)))"), NormalTokens("f((x OR y OR z))"));
  EXPECT_NE(NormalTokens("((a OR b) AND c)"), NormalTokens("(a OR (b AND c))"));
  EXPECT_NE(NormalTokens("(NOT (a AND b))"), NormalTokens("((NOT a) AND b)"));
  EXPECT_NE(NormalTokens("(a AND f(b AND c))"), NormalTokens("(a AND f b AND c)"));
}

TEST(NormalTokens, IsEqualForCastsOfArraysAndOfTheirElements) {
  EXPECT_EQ(
      NormalTokens("(ARRAY['a'::character varying, f(1, 2)])::numeric(10,2)[]"),
      NormalTokens("ARRAY[('a'::character varying)::numeric(10,2), (f(1, 2))::numeric(10,2)]"));
  EXPECT_NE(NormalTokens("(ARRAY[a])::text[]"), NormalTokens("(ARRAY[a])::text"));
  EXPECT_NE(NormalTokens("(ARRAY[a])::text[]"), NormalTokens("(ARRAY[a])::varchar[]"));
  EXPECT_NE(NormalTokens("(ARRAY[a])[1]"), NormalTokens("ARRAY[a]"));
}

TEST(NormalTokens, DiffersForEachOtherToken) {
  EXPECT_EQ(NormalTokens("\"json\"  = 'a  b'"), NormalTokens("json\n= 'a  b'"));
  EXPECT_NE(NormalTokens("a = 'a  b'"), NormalTokens("a = 'a b'"));
  EXPECT_NE(NormalTokens("(a) b"), NormalTokens("(a b)"));
  EXPECT_NE(NormalTokens("a ) b"), NormalTokens("a b"));
}

}  // namespace
}  // namespace gonogo
