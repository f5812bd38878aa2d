// Tests in which places of a chain the columns' hashes stand.
#include "compare/forms/hash_chain.h"

#include <gtest/gtest.h>

#include "core/text/text.h"

namespace gonogo {
namespace {

struct Given {
  std::string name;
  std::string base;
  bool on_source = true;  // NOT NULL
  bool on_target = true;
};

// Returns the chain of these columns, without what doesn't say in which order they are hashed.
std::string ChainOf(const std::vector<Given>& given) {
  std::vector<HashedColumn> columns;
  for (const auto& [name, base, on_source, on_target] : given) {
    Column source{.name = name, .quoted = name, .type = base, .base = base, .not_null = on_source};
    Column target = source;
    target.not_null = on_target;
    const Form& form = NativeFormOf({source, target});
    columns.push_back({{source, target}, &form, 10 + columns.size()});
  }
  std::string chain = HashOfAll(columns, SideName::kSource);
  const auto replace = [&](const std::string& old, const std::string& by) {
    for (std::size_t at = chain.find(old); at != std::string::npos; at = chain.find(old, at)) {
      chain.replace(at, old.size(), by);
    }
  };
  replace(" OPERATOR(pg_catalog.#) ", "#");
  replace("pg_catalog.hash", "");
  replace("extended", "");
  replace(Constant(1), "start");
  for (std::size_t i = 0; i < given.size(); ++i) {
    replace(Constant(10 + i), "seed" + std::to_string(i));
    replace(Constant(100'010 + i), "null" + std::to_string(i));
  }
  return chain;
}

TEST(HashOfAll, TakesEachHashAsTheSeedOfTheNext) {
  EXPECT_EQ(ChainOf({{"a", "int4"}, {"b", "int2"}}), "int2(b, int4(a, (start)))");
}

TEST(HashOfAll, XorsOneWholeNumberToTheSeedOfAnotherHash) {
  EXPECT_EQ(ChainOf({{"a", "int8"}, {"b", "int4"}}), "int4(b, (a#(start)))");
  EXPECT_EQ(ChainOf({{"a", "int4"}, {"b", "int8"}}), "int4(a, (b#(start)))");
  EXPECT_EQ(ChainOf({{"a", "int8"}, {"b", "int8"}, {"c", "int4"}, {"d", "int2"}}),
            "int2(d, (b#int4(c, (a#(start)))))");
}

TEST(HashOfAll, HashesWholeNumbersThatNoOtherHashFollows) {
  EXPECT_EQ(ChainOf({{"a", "int8"}}), "int8(a, a#(start))");
  EXPECT_EQ(ChainOf({{"a", "int8"}, {"b", "int8"}, {"c", "int4"}}),
            "int8(b, b#int4(c, (a#(start))))");
}

TEST(HashOfAll, HashesAColumnThatIsNullableOnOneSideWithItsOwnSeed) {
  for (const bool on_source : {true, false}) {
    EXPECT_EQ(ChainOf({{"a", "int8", on_source, !on_source}, {"b", "int4"}}),
              "int4(b, (start#COALESCE(int8(a, a#seed0), null0)))");
  }
  EXPECT_EQ(ChainOf({{"a", "int4", false, false}}),
            "int4(0, start#COALESCE(int4(a, seed0), null0))");
}

TEST(HashOfAll, MixesTheHashOfColumnsThatNeedAConstantSeed) {
  EXPECT_EQ(ChainOf({{"a", "bool"}}),
            "int4(0, start#CASE WHEN a THEN int4(1, seed0) WHEN NOT a THEN int4(0, seed0) END)");
  EXPECT_EQ(ChainOf({}), "int4(0, start)");
}

TEST(HashOfAll, NestsNoMoreThanSixtyFourHashes) {
  const std::vector<Given> many(70, {"a", "int4"});
  const std::string chain = ChainOf(many);
  EXPECT_TRUE(chain.ends_with(std::string(64, ')') + ")")) << chain;
  EXPECT_EQ(Split(chain, '#').size(), 7) << chain;
}

}  // namespace
}  // namespace gonogo
