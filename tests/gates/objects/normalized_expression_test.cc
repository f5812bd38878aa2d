// Tests expressions before and after a dump and a restore.
#include "gates/objects/normalized_expression.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

TEST(NormalizedExpression, CastsElementsInsteadOfTheArray) {
  EXPECT_EQ(
      NormalizedExpression("((s)::text = ANY ((ARRAY['a'::character varying, 'b,'']'::character "
                           "varying])::text[]))"),
      "((s)::text = ANY (ARRAY[('a'::character varying)::text, ('b,'']'::character "
      "varying)::text]))");
  EXPECT_EQ(NormalizedExpression("(ARRAY[f(1, 2), (ARRAY[3])::int[]])::numeric(10,2)[]"),
            "ARRAY[(f(1, 2))::numeric(10,2), (ARRAY[(3)::int])::numeric(10,2)]");
}

TEST(NormalizedExpression, KeepsAllOtherText) {
  for (const std::string sql :
       {"", "ARRAY[1, 2]", "(ARRAY[1, 2])[1]", "(ARRAY[1, 2])::text", "(ARRAY[", "'(ARRAY[' || x",
        "(ARRAY['a])::text[]", "(ARRAY[1])::text || ('{}'::text[])::text"}) {
    EXPECT_EQ(NormalizedExpression(sql), sql);
  }
}

}  // namespace
}  // namespace gonogo
