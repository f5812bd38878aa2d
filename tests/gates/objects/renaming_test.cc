// Tests SQL text of the source with the names of the target.
#include "gates/objects/renaming.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

Plan PlanThatRenames(const std::vector<std::pair<std::string, std::string>>& relations) {
  Plan plan;
  for (const auto& [source, target] : relations) plan.relations.push_back({source, target, {}});
  return plan;
}

TEST(Renaming, ChangesNothingIfThePlanRenamesNothing) {
  const Renaming renaming(PlanThatRenames({{"public.t", "public.t"}}));
  const std::string sql = "nextval('public.t'::regclass) + 2.5 * \"public\".\"t\".x || 'e\"]'";
  EXPECT_EQ(renaming.OnTarget(sql), sql);
}

TEST(Renaming, MovesOperatorsOfAnExtension) {
  Renaming renaming(PlanThatRenames({}));
  renaming.Move({"public", "<"}, "extensions");
  renaming.Move({"public", "citext"}, "extensions");
  EXPECT_EQ(renaming.OnTarget("a OPERATOR(public.<) b"), "a OPERATOR(extensions.<) b");
  EXPECT_EQ(renaming.OnTarget("public.<(public.citext,public.citext)"),
            "extensions.<(extensions.citext,extensions.citext)");
  for (const char* const other : {"public.<=(a,b)", "other.<(a,b)", "public.*"}) {
    EXPECT_EQ(renaming.OnTarget(other), other);
  }
}

TEST(Renaming, RenamesRelationsAndOtherObjectsOfTheirSchema) {
  const Renaming renaming(PlanThatRenames({{"public.t", "issuer.users"}}));
  EXPECT_EQ(renaming.OnTarget("REFERENCES public.t(id)"), "REFERENCES issuer.users(id)");
  EXPECT_EQ(renaming.OnTarget("nextval('public.t_id_seq'::regclass)"),
            "nextval('issuer.t_id_seq'::regclass)");
  EXPECT_EQ(renaming.OnTarget("'calm'::public.\"Mood\""), "'calm'::issuer.\"Mood\"");
  EXPECT_EQ(renaming.OnTarget("republic.t, \"Public\".t, public"),
            "republic.t, \"Public\".t, public");
}

TEST(Renaming, KeepsOtherNamesIfTheSchemaIsSplit) {
  const Renaming renaming(PlanThatRenames({{"public.a", "one.a"}, {"public.b", "two.b"}}));
  EXPECT_EQ(renaming.OnTarget("public.a, public.b, public.c"), "one.a, two.b, public.c");
}

TEST(Renaming, QuotesLikeAServer) {
  const Renaming renaming(
      PlanThatRenames({{"public.order", "public.Order s"}, {"a.user", "b.user"}}));
  EXPECT_EQ(renaming.OnTarget("public.\"order\""), "public.\"Order s\"");
  EXPECT_EQ(renaming.OnTarget("a.\"user\""), "b.\"user\"");
}

}  // namespace
}  // namespace gonogo
