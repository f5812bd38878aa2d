// The arguments of a check, by the names that its gate declares.
#include "core/values/arguments.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "core/json/json.h"

namespace gonogo {
namespace {

Arguments Sample() {
  return Arguments(ParseJson(R"({"text": "t", "integer": 5000000000, "number": 0.5, "yes": true,
                                   "texts": ["a", "b"], "object": {"inner": 1},
                                   "objects": {"public.users": {"inner": 2}}})"));
}

TEST(Arguments, AreReadByNameAndKind) {
  EXPECT_EQ(Sample().Text("text"), "t");
  EXPECT_EQ(Sample().Integer("integer"), 5'000'000'000);
  EXPECT_EQ(Sample().Number("number"), 0.5);
  EXPECT_TRUE(Sample().Boolean("yes"));
  EXPECT_EQ(Sample().Texts("texts"), (std::vector<std::string>{"a", "b"}));
}

TEST(Arguments, HaveTheGivenParameters) {
  EXPECT_TRUE(Sample().Has("text"));
  EXPECT_FALSE(Sample().Has("txet"));
  EXPECT_FALSE(Arguments().Has("text"));
}

TEST(Arguments, ReturnObjectsAsArguments) {
  EXPECT_EQ(Sample().Member("object").Integer("inner"), 1);
  EXPECT_EQ(Sample().Member("objects", "public.users").Integer("inner"), 2);
}

TEST(Arguments, AreEmptyForAMissingMemberOfAMap) {
  EXPECT_FALSE(Sample().Member("objects", "public.keys").Has("inner"));
}

TEST(Arguments, ThrowOutOfRangeForAnUndeclaredName) {
  EXPECT_THROW(Sample().Text("txet"), Json::out_of_range);
}

}  // namespace
}  // namespace gonogo
