// Tests how changes are reported that remain after a probe was rolled back.
#include "gates/probes/side_effects.h"

#include <gtest/gtest.h>

#include "core/error.h"

namespace gonogo {
namespace {

using Texts = std::vector<std::string>;

Texts UsedNumbers(const SequenceValue& before, const SequenceValue& after) {
  return UsedSequenceNumbers({{"public.s", before}}, {{"public.s", after}});
}

TEST(UsedSequenceNumbers, CountsUsedNumbers) {
  EXPECT_EQ(UsedNumbers({.value = 7}, {.value = 7}), Texts());
  EXPECT_EQ(UsedNumbers({.value = 7}, {.value = 8}), Texts{"sequence public.s advanced by 1"});
  EXPECT_EQ(UsedNumbers({.increment = 10, .value = 7}, {.increment = 10, .value = 27}),
            Texts{"sequence public.s advanced by 2"});
  EXPECT_EQ(UsedNumbers({.increment = -1, .value = -7}, {.increment = -1, .value = -8}),
            Texts{"sequence public.s advanced by 1"});
  EXPECT_EQ(UsedNumbers({.value = INT64_MIN}, {.value = INT64_MAX}),
            Texts{"sequence public.s advanced by 18446744073709551615"});
}

TEST(UsedSequenceNumbers, ReportsBothValuesOfAnyOtherChange) {
  EXPECT_EQ(UsedNumbers({.value = 7}, {.value = 6}), Texts{"sequence public.s went from 7 to 6"});
  EXPECT_EQ(UsedNumbers({.increment = 10, .value = 7}, {.increment = 10, .value = 9}),
            Texts{"sequence public.s went from 7 to 9"});
  EXPECT_EQ(UsedNumbers({.increment = 1, .value = 7}, {.increment = 2, .value = 9}),
            Texts{"sequence public.s went from 7 to 9"});
  EXPECT_EQ(UsedNumbers({}, {.value = 1}), Texts{"sequence public.s went from not used to 1"});
}

TEST(UsedSequenceNumbers, CountsSequencesThatTheRoleMayNotRead) {
  EXPECT_EQ(UsedNumbers({.may_look = false}, {.may_look = false}),
            Texts{"1 sequence that this role may not read may have advanced"});
}

TEST(RequireSameContents, NamesTheRelationAndItsContents) {
  const RelationContents before{{"public.a", "1 row"}, {"public.b", "2 rows"}};
  EXPECT_NO_THROW(RequireSameContents("target", before, before));
  RelationContents after = before;
  after["public.b"] = "3 rows";
  try {
    RequireSameContents("target", before, after);
    FAIL() << "accepted 3 rows instead of 2";
  } catch (const DatabaseError& error) {
    EXPECT_STREQ(
        error.what(),
        "target: public.b changed while the probes ran, from 2 rows to 3 rows. The probes were rolled "
        "back, so another session writes there: stop it, or leave the relation out of "
        "\"relations\"");
  }
}

}  // namespace
}  // namespace gonogo
