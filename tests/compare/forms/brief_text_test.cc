// Tests that long values are shortened without becoming equal, here and on a server.
#include "compare/forms/brief_text.h"

#include <gtest/gtest.h>

#include "fixtures/session/snapshot_session.h"
#include "tests/support/servers/pair_environment.h"

namespace gonogo::testing_support {
namespace {

std::string Repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

TEST(BriefText, LeavesShortValuesAlone) {
  for (const std::string& text :
       {std::string(), std::string("x"), Repeated("x", 1000), Repeated("\xc3\xa4", 1000)}) {
    EXPECT_EQ(Brief(text), text);
  }
}

TEST(BriefText, KeepsTheBeginningAndTellsValuesApart) {
  const std::string text = Repeated("\xc3\xa4", 1001);
  const std::string brief = Brief(text);
  EXPECT_TRUE(brief.starts_with(Repeated("\xc3\xa4", 200) + "... (1001 characters, sha256 "));
  EXPECT_NE(brief, Brief(text.substr(0, 2000) + "oe"));
}

TEST(BriefText, IsTheSameOnAServer) {
  const auto session =
      OpenSnapshot(ParseEndpoint(UrlOf(TestPair().source, "postgres"), "SRC_DB_URL"), "source", {});
  for (const std::string& text : {std::string(), std::string("x"), Repeated("x", 1000),
                                  Repeated("x", 1001), Repeated("\xe2\x82\xac", 3000)}) {
    const Rows rows = session->Query(
        "SELECT " + BriefSql("t.v") + " AS brief FROM (SELECT $1::text AS v) AS t", {text});
    EXPECT_EQ(rows.Only().Text("brief"), Brief(text));
  }
}

}  // namespace
}  // namespace gonogo::testing_support
