// ExtendedPlan merges values, and keeps the file and line of each.
#include "core/plan/reading/plan_extension.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

LocatedJson Merged(const std::string& base, const std::string& changes) {
  return ExtendedPlan(ParseLocated(base, "base.json"), ParseLocated(changes, "changes.json"));
}

std::string MergedText(const std::string& base, const std::string& changes) {
  return Merged(base, changes).value.dump();
}

// "changes.json:3".
std::string Place(const LocatedJson& document, const std::string& pointer) {
  const Location location = document.At(pointer);
  return location.file + ":" + std::to_string(location.line);
}

TEST(ExtendedPlan, MergesObjectsAtEveryDepth) {
  EXPECT_EQ(MergedText(R"({"a": {"b": {"c": 1, "d": 2}}, "e": 3})",
                       R"({"a": {"b": {"d": 4, "f": 5}}, "g": 6})"),
            R"({"a":{"b":{"c":1,"d":4,"f":5}},"e":3,"g":6})");
}

TEST(ExtendedPlan, RemovesMembersThatAreNull) {
  EXPECT_EQ(MergedText(R"({"a": {"b": 1, "c": 2}, "ab": 3, "d": 4})",
                       R"({"a": {"b": null}, "d": null, "unknown": null})"),
            R"({"a":{"c":2},"ab":3})");
}

TEST(ExtendedPlan, ReplacesListsTextsAndValuesOfAnotherKind) {
  EXPECT_EQ(MergedText(R"({"list": [1, 2, 3], "text": "old", "kind": {"a": 1}})",
                       R"({"list": [4], "text": "new", "kind": [5]})"),
            R"({"list":[4],"text":"new","kind":[5]})");
}

TEST(ExtendedPlan, MergesChecksByIdAndAppendsNewOnes) {
  EXPECT_EQ(MergedText(R"({"checks": [{"id": "a", "n": 1}, {"id": "b", "n": 2, "m": [1]}]})",
                       R"({"checks": [{"id": "c", "n": 5}, {"id": "b", "n": 3}]})"),
            R"({"checks":[{"id":"a","n":1},{"id":"b","n":3,"m":[1]},{"id":"c","n":5}]})");
}

TEST(ExtendedPlan, MergesOnlyTheChecksById) {
  EXPECT_EQ(MergedText(R"({"steps": [{"id": "a", "n": 1}], "x": {"checks": [{"id": "a"}]}})",
                       R"({"steps": [{"id": "a", "m": 2}], "x": {"checks": [{"id": "b"}]}})"),
            R"({"steps":[{"id":"a","m":2}],"x":{"checks":[{"id":"b"}]}})");
}

TEST(ExtendedPlan, AppendsAMemberOfTheChecksWithoutId) {
  EXPECT_EQ(MergedText(R"({"checks": [{"n": 1}]})", R"({"checks": [{"n": 2}, 3]})"),
            R"({"checks":[{"n":1},{"n":2},3]})");
}

TEST(ExtendedPlan, DoesNotChangeTheBase) {
  const LocatedJson base = ParseLocated(R"({"a": {"b": 1}})", "base.json");
  ExtendedPlan(base, ParseLocated(R"({"a": {"b": null}})", "changes.json"));
  EXPECT_EQ(base.value.dump(), R"({"a":{"b":1}})");
  EXPECT_TRUE(base.lines.contains("/a/b"));
}

TEST(ExtendedPlan, GivesEachValueTheFileThatItComesFrom) {
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

TEST(ExtendedPlan, ForgetsTheLinesOfReplacedAndRemovedValues) {
  const LocatedJson merged =
      Merged("{\n\"list\": [\n1,\n2],\n\"gone\": {\n\"x\": 1}, \"gone2\": 1}",
             "{\"list\": [4],\n\"gone\": null}");
  EXPECT_EQ(merged.lines.count("/list/1"), 0);
  EXPECT_EQ(merged.lines.count("/gone/x"), 0);
  EXPECT_EQ(Place(merged, "/gone2"), "base.json:6");
}

TEST(ExtendedPlan, LocatesChecksByTheirIndexInTheMergedList) {
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
