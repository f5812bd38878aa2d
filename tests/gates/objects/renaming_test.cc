// Definitions under the names that a plan moves tables to.
#include "gates/objects/renaming.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

Plan PlanThatMoves(const std::vector<std::pair<std::string, std::string>>& relations) {
  Plan plan;
  for (const auto& [source, target] : relations) plan.relations.push_back({source, target, {}});
  return plan;
}

TEST(Renaming, LeavesAPlanThatMovesNothingAlone) {
  const Renaming renaming(PlanThatMoves({{"public.t", "public.t"}}));
  const std::string sql = "nextval('public.t'::regclass) + 2.5 * \"public\".\"t\".x || 'e\"]'";
  EXPECT_EQ(renaming.OnTarget(sql), sql);
}

TEST(Renaming, MovesRelationsAndWhatElseIsInTheirSchema) {
  const Renaming renaming(PlanThatMoves({{"public.t", "issuer.users"}}));
  EXPECT_EQ(renaming.OnTarget("REFERENCES public.t(id)"), "REFERENCES issuer.users(id)");
  EXPECT_EQ(renaming.OnTarget("nextval('public.t_id_seq'::regclass)"),
            "nextval('issuer.t_id_seq'::regclass)");
  EXPECT_EQ(renaming.OnTarget("'calm'::public.\"Mood\""), "'calm'::issuer.\"Mood\"");
  EXPECT_EQ(renaming.OnTarget("republic.t, \"Public\".t, public"),
            "republic.t, \"Public\".t, public");
}

TEST(Renaming, KeepsTheNameOfWhatCouldGoToSeveralPlaces) {
  const Renaming renaming(PlanThatMoves({{"public.a", "one.a"}, {"public.b", "two.b"}}));
  EXPECT_EQ(renaming.OnTarget("public.a, public.b, public.c"), "one.a, two.b, public.c");
}

TEST(Renaming, QuotesAsAServerDoes) {
  const Renaming renaming(
      PlanThatMoves({{"public.order", "public.Order s"}, {"a.user", "b.user"}}));
  EXPECT_EQ(renaming.OnTarget("public.\"order\""), "public.\"Order s\"");
  EXPECT_EQ(renaming.OnTarget("a.\"user\""), "b.\"user\"");
}

}  // namespace
}  // namespace gonogo
