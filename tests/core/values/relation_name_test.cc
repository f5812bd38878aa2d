// Relation names as a plan spells them, with dots and quotes too.
#include "core/values/relation_name.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

void ExpectParsed(const std::string& text, const std::string& schema, const std::string& name) {
  const RelationName parsed = ParseRelationName(text);
  EXPECT_EQ(parsed.schema, schema) << text;
  EXPECT_EQ(parsed.name, name) << text;
}

TEST(RelationName, IsASchemaAndAName) { ExpectParsed("issuer.users", "issuer", "users"); }

TEST(RelationName, HasTheSchemaPublicByDefault) {
  ExpectParsed("users", "public", "users");
  ExpectParsed("\"a.b\"", "public", "a.b");
}

TEST(RelationName, KeepsItsCase) { ExpectParsed("Issuer.Users", "Issuer", "Users"); }

TEST(RelationName, CanContainADotInQuotes) {
  ExpectParsed("issuer.\"Weird.Name\"", "issuer", "Weird.Name");
  ExpectParsed("\"my.schema\".users", "my.schema", "users");
  ExpectParsed("\"a.b\".\"c.d\"", "a.b", "c.d");
}

TEST(RelationName, DoublesAQuoteInQuotes) {
  ExpectParsed(R"(s."say ""hi"".")", "s", R"(say "hi".)");
}

TEST(RelationName, IsQuotedOnlyIfNecessary) {
  EXPECT_EQ(QuotedName({"issuer", "Users of 2024"}), "issuer.Users of 2024");
  EXPECT_EQ(QuotedName({"issuer", "Weird.Name"}), "issuer.\"Weird.Name\"");
  EXPECT_EQ(QuotedName({"s", "a\"b"}), R"(s."a""b")");
  EXPECT_EQ(QuotedName({"s", ""}), "s.\"\"");
}

TEST(RelationName, IsReadBackUnchanged) {
  const std::vector<std::string> odd = {"users", "Users",     "a.b",      ".",     "..",    "\"",
                                        "\"\"",  "\"a\"",     "a\"b",     "a\".b", "\".\"", "",
                                        " ",     "new\nline", "\xC3\xA9", "a'b",   "%I",    "\\"};
  for (const std::string& schema : odd) {
    for (const std::string& name : odd) {
      const RelationName read = ParseRelationName(QuotedName({schema, name}));
      EXPECT_EQ(read.schema, schema) << QuotedName({schema, name});
      EXPECT_EQ(read.name, name) << QuotedName({schema, name});
    }
  }
}

void ExpectColumn(const std::string& text, const std::string& relation, const std::string& name) {
  const auto parsed = ParseColumnName(text);
  ASSERT_TRUE(parsed.has_value()) << text;
  EXPECT_EQ(QuotedName(parsed->relation), relation) << text;
  EXPECT_EQ(parsed->name, name) << text;
}

TEST(ColumnName, FollowsTheLastDotOutsideQuotes) {
  ExpectColumn("issuer.users.email", "issuer.users", "email");
  ExpectColumn("users.email", "public.users", "email");
  ExpectColumn(R"(s."a.b"."c.d")", R"(s."a.b")", "c.d");
  ExpectColumn(R"("s.t".u."say ""hi.""")", R"("s.t".u)", R"(say "hi.")");
}

TEST(ColumnName, NeedsARelation) {
  EXPECT_FALSE(ParseColumnName("email").has_value());
  EXPECT_FALSE(ParseColumnName(R"("users.email")").has_value());
  EXPECT_FALSE(ParseColumnName("").has_value());
}

}  // namespace
}  // namespace gonogo
