// Reading of JSON: the same value as the library's, in time that nesting doesn't multiply.
#include "core/json/json.h"

#include <gtest/gtest.h>

#include <chrono>

namespace gonogo {
namespace {

TEST(TryParseJson, ReadsWhatTheLibraryReads) {
  for (
      const std::string text :
      {R"({"b": 1, "a": [-2, 1.5e3, "ü\n", null, true, [], {}], "c": {"d": {"e": false}}, "b": 2})",
       "[]", "7", R"("text")", R"([{"a": {"b": [1]}, "c": 2, "d": 3, "e": 4, "f": {"g": 5}}])"}) {
    EXPECT_EQ(TryParseJson(text), Json::parse(text)) << text;
    EXPECT_EQ(ToText(TryParseJson(text)), ToText(Json::parse(text))) << text;
  }
}

TEST(TryParseJson, DiscardsWhatIsNoJson) {
  for (const std::string text : {"", "{", "[1,]", "{\"a\": 1} 2", "nul", "\"\xff\"", "1e999"}) {
    EXPECT_TRUE(TryParseJson(text).is_discarded()) << text;
  }
}

// Each object grows after its nested value: copied at each level, it took minutes.
TEST(TryParseJson, IsQuickForDeeplyNestedValues) {
  constexpr int kLevels = 3'000;
  std::string text;
  for (int i = 0; i < kLevels; ++i) text += R"({"k": {"o": "NOT", "a": [)";
  for (int i = 0; i < kLevels; ++i) text += R"(], "l": 1}, "m": 2})";
  const auto start = std::chrono::steady_clock::now();
  EXPECT_FALSE(TryParseJson(text).is_discarded());
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
}

}  // namespace
}  // namespace gonogo
