// JSON with places: each complaint about a plan stands and falls with the line it names.
#include "core/text/located_json.h"

#include <gtest/gtest.h>

#include "core/error.h"

namespace gonogo {
namespace {

int LineOf(const std::string& text, const std::string& pointer) {
  const LocatedJson document = ParseLocated(text, "plan.json");
  EXPECT_TRUE(document.lines.contains(pointer)) << pointer;
  return document.At(pointer).line;
}

std::string Refusal(const std::string& text) {
  try {
    ParseLocated(text, "plan.json");
  } catch (const PlanError& error) {
    return error.what();
  }
  return "accepted";
}

LocatedJson Merged(const std::string& base, const std::string& changes) {
  return Extended(ParseLocated(base, "base.json"), ParseLocated(changes, "changes.json"));
}

std::string MergedText(const std::string& base, const std::string& changes) {
  return Merged(base, changes).value.dump();
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
TEST(LocatedJson, PutsANumberAtTheEndOfALineOnThatLine) {
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

TEST(LocatedJson, CountsNoLineForANewlineWrittenAsEscape) {
  EXPECT_EQ(LineOf("{\"a\": \"x\\ny\",\n\"b\": 1}", "/b"), 2);
}

TEST(LocatedJson, PlacesAMemberWhereItsKeyStands) {
  EXPECT_EQ(LineOf("{\"a\":\n\n[\n1]}", "/a"), 1);
  EXPECT_EQ(LineOf("{\"a\":\n\n[\n1]}", "/a/0"), 4);
}

TEST(LocatedJson, FindsTheNearestPlaceAroundAValueThatIsNotThere) {
  const LocatedJson document = ParseLocated("{\n\"checks\": [\n{}\n]\n}", "plan.json");
  EXPECT_EQ(Place(document, "/checks/0/id"), "plan.json:3");
  EXPECT_EQ(Place(document, "/checks/9/id"), "plan.json:2");
  EXPECT_EQ(Place(document, "/nowhere/at/all"), "plan.json:1");
}

TEST(LocatedJson, EscapesWhatAPointerReserves) {
  const LocatedJson document = ParseLocated("{\n\"a/b\": {\n\"c~d\": 1}}", "plan.json");
  EXPECT_EQ(Below(Below("", "a/b"), "c~d"), "/a~1b/c~0d");
  EXPECT_EQ(Place(document, "/a~1b/c~0d"), "plan.json:3");
  EXPECT_EQ(document.value.at(Json::json_pointer("/a~1b/c~0d")), 1);
}

TEST(LocatedJson, RefusesAKeyGivenTwice) {
  EXPECT_EQ(Refusal("{\"a\": 1,\n\"b\": {\n\"a\": 1,\n\"a\": 2}}"),
            "plan.json:4: key \"a\" is given a second time");
  EXPECT_EQ(Refusal("{\"a\": null,\n\"a\": null}"),
            "plan.json:2: key \"a\" is given a second time");
}

TEST(LocatedJson, AllowsOneKeyInTwoObjects) {
  EXPECT_EQ(Refusal(R"([{"a": 1}, {"a": 1, "b": {"a": 1}}])"), "accepted");
}

TEST(LocatedJson, SuspectsACommaTooManyInAList) {
  EXPECT_EQ(Refusal("[\n1,\n2,\n]"),
            "plan.json:4: syntax error while parsing value - unexpected ']'; expected '[', '{', or "
            "a literal; is there a comma too many before it?");
}

TEST(LocatedJson, SuspectsACommaTooManyInAnObject) {
  EXPECT_EQ(Refusal("{\n\"a\": 1,\n}"),
            "plan.json:3: syntax error while parsing object key - unexpected '}'; expected string "
            "literal; is there a comma too many before it?");
}

TEST(LocatedJson, RefusesATextThatIsNotClosed) {
  EXPECT_EQ(Refusal("{\n\"a\": \"x\n}"),
            "plan.json:2: syntax error while parsing value - invalid string: control character "
            "U+000A (LF) must be escaped to \\u000A or \\n; last read: '\"x<U+000A>'");
  EXPECT_EQ(Refusal("{\n\"a\": \"x"),
            "plan.json:2: syntax error while parsing value - invalid string: missing closing "
            "quote; last read: '\"x'");
}

TEST(LocatedJson, RefusesACommentThatIsNotClosed) {
  EXPECT_EQ(Refusal("{}\n/* and"),
            "plan.json:2: syntax error while parsing value - invalid comment; missing closing "
            "'*/'; last read: '{}<U+000A>/* and'; expected end of input");
}

TEST(LocatedJson, RefusesAMissingComma) {
  EXPECT_EQ(Refusal("{\n\"a\": 1\n\"b\": 2\n}"),
            "plan.json:3: syntax error while parsing object - unexpected string literal; expected "
            "'}'");
}

TEST(LocatedJson, RefusesATextThatIsCutOffOrGoesOn) {
  EXPECT_EQ(Refusal(""),
            "plan.json:1: syntax error while parsing value - unexpected end of input; expected "
            "'[', '{', or a literal");
  EXPECT_EQ(Refusal("{\n\"a\": ["),
            "plan.json:2: syntax error while parsing value - unexpected end of input; expected "
            "'[', '{', or a literal");
  EXPECT_EQ(Refusal("{}\n{}"),
            "plan.json:2: syntax error while parsing value - unexpected '{'; expected end of "
            "input");
}

TEST(LocatedJson, RefusesBytesThatAreNoUtf8) {
  EXPECT_EQ(Refusal("[\n\"\xFF\"]").substr(0, 13), "plan.json:2: ");
}

TEST(LocatedJson, RefusesANumberThatNoDoubleHolds) {
  EXPECT_EQ(Refusal("[\n1e999\n]"),
            "plan.json:2: [json.exception.out_of_range.406] number overflow parsing '1e999'");
}

TEST(Extended, MergesObjectsAtEveryDepth) {
  EXPECT_EQ(MergedText(R"({"a": {"b": {"c": 1, "d": 2}}, "e": 3})",
                       R"({"a": {"b": {"d": 4, "f": 5}}, "g": 6})"),
            R"({"a":{"b":{"c":1,"d":4,"f":5}},"e":3,"g":6})");
}

TEST(Extended, RemovesWhatIsNull) {
  EXPECT_EQ(MergedText(R"({"a": {"b": 1, "c": 2}, "ab": 3, "d": 4})",
                       R"({"a": {"b": null}, "d": null, "unknown": null})"),
            R"({"a":{"c":2},"ab":3})");
}

TEST(Extended, ReplacesListsTextsAndValuesOfAnotherKind) {
  EXPECT_EQ(MergedText(R"({"list": [1, 2, 3], "text": "old", "kind": {"a": 1}})",
                       R"({"list": [4], "text": "new", "kind": [5]})"),
            R"({"list":[4],"text":"new","kind":[5]})");
}

TEST(Extended, MergesChecksByIdAndAppendsNewOnes) {
  EXPECT_EQ(MergedText(R"({"checks": [{"id": "a", "n": 1}, {"id": "b", "n": 2, "m": [1]}]})",
                       R"({"checks": [{"id": "c", "n": 5}, {"id": "b", "n": 3}]})"),
            R"({"checks":[{"id":"a","n":1},{"id":"b","n":3,"m":[1]},{"id":"c","n":5}]})");
}

TEST(Extended, MergesNoListsByIdThatAreNotTheChecks) {
  EXPECT_EQ(MergedText(R"({"steps": [{"id": "a", "n": 1}], "x": {"checks": [{"id": "a"}]}})",
                       R"({"steps": [{"id": "a", "m": 2}], "x": {"checks": [{"id": "b"}]}})"),
            R"({"steps":[{"id":"a","m":2}],"x":{"checks":[{"id":"b"}]}})");
}

TEST(Extended, AppendsAMemberOfTheChecksThatHasNoId) {
  EXPECT_EQ(MergedText(R"({"checks": [{"n": 1}]})", R"({"checks": [{"n": 2}, 3]})"),
            R"({"checks":[{"n":1},{"n":2},3]})");
}

TEST(Extended, LeavesTheBaseAsItWas) {
  const LocatedJson base = ParseLocated(R"({"a": {"b": 1}})", "base.json");
  Extended(base, ParseLocated(R"({"a": {"b": null}})", "changes.json"));
  EXPECT_EQ(base.value.dump(), R"({"a":{"b":1}})");
  EXPECT_TRUE(base.lines.contains("/a/b"));
}

TEST(Extended, PlacesEachValueInTheFileThatGaveIt) {
  const LocatedJson merged =
      Merged("{\n\"kept\": {\n\"x\": 1,\n\"y\": 2},\n\"list\": [\n1,\n2,\n3]\n}",
             "\n\n{\n\"kept\": {\n\"y\": 3},\n\"list\": [\n4],\n\"new\": {\n\"deep\": 5}}");
  EXPECT_EQ(Place(merged, "/kept"), "base.json:2");
  EXPECT_EQ(Place(merged, "/kept/x"), "base.json:3");
  EXPECT_EQ(Place(merged, "/kept/y"), "changes.json:5");
  EXPECT_EQ(Place(merged, "/list"), "changes.json:6");
  EXPECT_EQ(Place(merged, "/list/0"), "changes.json:7");
  EXPECT_EQ(Place(merged, "/new/deep"), "changes.json:9");
}

TEST(Extended, ForgetsThePlacesOfWhatWasReplacedOrRemoved) {
  const LocatedJson merged =
      Merged("{\n\"list\": [\n1,\n2],\n\"gone\": {\n\"x\": 1}, \"gone2\": 1}",
             "{\"list\": [4],\n\"gone\": null}");
  EXPECT_EQ(merged.lines.count("/list/1"), 0);
  EXPECT_EQ(merged.lines.count("/gone/x"), 0);
  EXPECT_EQ(Place(merged, "/gone2"), "base.json:6");
}

TEST(Extended, PlacesChecksWhereTheyStandInTheMergedList) {
  const LocatedJson merged =
      Merged("{\"checks\": [\n{\"id\": \"a\"},\n{\"id\": \"b\",\n\"n\": 1}]}",
             "{\"checks\": [\n\n\n{\"id\": \"c\",\n\"n\": 2},\n{\"id\": \"b\",\n\"n\": 3}]}");
  EXPECT_EQ(Place(merged, "/checks/0"), "base.json:2");
  EXPECT_EQ(Place(merged, "/checks/1"), "base.json:3");
  EXPECT_EQ(Place(merged, "/checks/1/n"), "changes.json:7");
  EXPECT_EQ(Place(merged, "/checks/2"), "changes.json:4");
  EXPECT_EQ(Place(merged, "/checks/2/n"), "changes.json:5");
}

}  // namespace
}  // namespace gonogo
