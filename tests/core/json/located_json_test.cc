// ParseLocated gives each value, and each error, the right line.
#include "core/json/located_json.h"

#include <gtest/gtest.h>

#include "core/error.h"

namespace gonogo {
namespace {

int LineOf(const std::string& text, const std::string& pointer) {
  const LocatedJson document = ParseLocated(text, "plan.json");
  EXPECT_TRUE(document.lines.contains(pointer)) << pointer;
  return document.At(pointer).line;
}

std::string LocatedJsonError(const std::string& text) {
  try {
    ParseLocated(text, "plan.json");
  } catch (const PlanError& error) {
    return error.what();
  }
  return "accepted";
}

// "changes.json:3".
std::string Place(const LocatedJson& document, const std::string& pointer) {
  const Location location = document.At(pointer);
  return location.file + ":" + std::to_string(location.line);
}

TEST(LocatedJson, KeepsTheOrderOfKeys) {
  EXPECT_EQ(ParseLocated(R"({"z": 1, "a": {"y": null, "b": [true, 1.5, "t"]}})", "").value.dump(),
            R"({"z":1,"a":{"y":null,"b":[true,1.5,"t"]}})");
}

TEST(LocatedJson, KnowsTheLineOfEachKindOfValue) {
  const std::string text =
      "{\n\"integer\": 1\n,\n\"real\": 1.5,\n\"negative\": -1,\n\"text\": \"t\",\n"
      "\"yes\": true,\n\"nothing\": null,\n\"list\": [],\n\"object\": {}\n}\n";
  EXPECT_EQ(LineOf(text, ""), 1);
  EXPECT_EQ(LineOf(text, "/integer"), 2);
  EXPECT_EQ(LineOf(text, "/real"), 4);
  EXPECT_EQ(LineOf(text, "/negative"), 5);
  EXPECT_EQ(LineOf(text, "/text"), 6);
  EXPECT_EQ(LineOf(text, "/yes"), 7);
  EXPECT_EQ(LineOf(text, "/nothing"), 8);
  EXPECT_EQ(LineOf(text, "/list"), 9);
  EXPECT_EQ(LineOf(text, "/object"), 10);
}

// The parser has read the newline after a number before it says that there is a number.
TEST(LocatedJson, GivesANumberAtTheEndOfALineThatLine) {
  EXPECT_EQ(LineOf("[\n1\n,\n22\n\n]", "/0"), 2);
  EXPECT_EQ(LineOf("[\n1\n,\n22\n\n]", "/1"), 4);
  EXPECT_EQ(LineOf("\n7", ""), 2);
}

TEST(LocatedJson, CountsLinesOfCommentsAndOfCrlf) {
  const std::string text =
      "// one\n/* two\n three */ {\r\n  // \"a\": 0\r\n  \"a\": 1, /* five\n */ \"b\": 2\n}";
  EXPECT_EQ(LineOf(text, ""), 3);
  EXPECT_EQ(LineOf(text, "/a"), 5);
  EXPECT_EQ(LineOf(text, "/b"), 6);
}

TEST(LocatedJson, DoesNotCountAnEscapedNewline) {
  EXPECT_EQ(LineOf("{\"a\": \"x\\ny\",\n\"b\": 1}", "/b"), 2);
}

TEST(LocatedJson, GivesAMemberTheLineOfItsKey) {
  EXPECT_EQ(LineOf("{\"a\":\n\n[\n1]}", "/a"), 1);
  EXPECT_EQ(LineOf("{\"a\":\n\n[\n1]}", "/a/0"), 4);
}

TEST(LocatedJson, FindsTheInnermostValueAroundAMissingOne) {
  const LocatedJson document = ParseLocated("{\n\"checks\": [\n{}\n]\n}", "plan.json");
  EXPECT_EQ(Place(document, "/checks/0/id"), "plan.json:3");
  EXPECT_EQ(Place(document, "/checks/9/id"), "plan.json:2");
  EXPECT_EQ(Place(document, "/nowhere/at/all"), "plan.json:1");
}

TEST(LocatedJson, EscapesReservedCharactersOfPointers) {
  const LocatedJson document = ParseLocated("{\n\"a/b\": {\n\"c~d\": 1}}", "plan.json");
  EXPECT_EQ(Below(Below("", "a/b"), "c~d"), "/a~1b/c~0d");
  EXPECT_EQ(Place(document, "/a~1b/c~0d"), "plan.json:3");
  EXPECT_EQ(document.value.at(Json::json_pointer("/a~1b/c~0d")), 1);
}

TEST(LocatedJson, RejectsADuplicateKey) {
  EXPECT_EQ(LocatedJsonError("{\"a\": 1,\n\"b\": {\n\"a\": 1,\n\"a\": 2}}"),
            "plan.json:4: duplicate key \"a\"");
  EXPECT_EQ(LocatedJsonError("{\"a\": null,\n\"a\": null}"), "plan.json:2: duplicate key \"a\"");
}

TEST(LocatedJson, AllowsOneKeyInTwoObjects) {
  EXPECT_EQ(LocatedJsonError(R"([{"a": 1}, {"a": 1, "b": {"a": 1}}])"), "accepted");
}

TEST(LocatedJson, SuspectsAnExtraCommaInAList) {
  EXPECT_EQ(LocatedJsonError("[\n1,\n2,\n]"),
            "plan.json:4: syntax error while parsing value - unexpected ']'; expected '[', '{', or "
            "a literal; is there an extra comma before it?");
}

TEST(LocatedJson, SuspectsAnExtraCommaInAnObject) {
  EXPECT_EQ(LocatedJsonError("{\n\"a\": 1,\n}"),
            "plan.json:3: syntax error while parsing object key - unexpected '}'; expected string "
            "literal; is there an extra comma before it?");
}

TEST(LocatedJson, RejectsAnUnclosedText) {
  EXPECT_EQ(LocatedJsonError("{\n\"a\": \"x\n}"),
            "plan.json:2: syntax error while parsing value - invalid string: control character "
            "U+000A (LF) must be escaped to \\u000A or \\n; last read: '\"x<U+000A>'");
  EXPECT_EQ(LocatedJsonError("{\n\"a\": \"x"),
            "plan.json:2: syntax error while parsing value - invalid string: missing closing "
            "quote; last read: '\"x'");
}

TEST(LocatedJson, RejectsAnUnclosedComment) {
  EXPECT_EQ(LocatedJsonError("{}\n/* and"),
            "plan.json:2: syntax error while parsing value - invalid comment; missing closing "
            "'*/'; last read: '{}<U+000A>/* and'; expected end of input");
}

TEST(LocatedJson, RejectsAMissingComma) {
  EXPECT_EQ(LocatedJsonError("{\n\"a\": 1\n\"b\": 2\n}"),
            "plan.json:3: syntax error while parsing object - unexpected string literal; expected "
            "'}'");
}

TEST(LocatedJson, RejectsAnIncompleteDocumentAndTrailingText) {
  EXPECT_NE(LocatedJsonError("").find("unexpected end of input"), std::string::npos);
  EXPECT_EQ(LocatedJsonError("{\n\"a\": ["),
            "plan.json:2: syntax error while parsing value - unexpected end of input; expected "
            "'[', '{', or a literal");
  EXPECT_EQ(LocatedJsonError("{}\n{}"),
            "plan.json:2: syntax error while parsing value - unexpected '{'; expected end of "
            "input");
}

TEST(LocatedJson, RejectsInvalidUtf8) {
  EXPECT_EQ(LocatedJsonError("[\n\"\xFF\"]").substr(0, 13), "plan.json:2: ");
}

TEST(LocatedJson, RejectsANumberTooLargeForADouble) {
  EXPECT_EQ(LocatedJsonError("[\n1e999\n]"), "plan.json:2: number overflow parsing '1e999'");
}

}  // namespace
}  // namespace gonogo
