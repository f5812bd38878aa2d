// Whose server a side is: what the plan says counts only where the catalogue doesn't contradict.
#include "gates/reading/provider_of.h"

#include <gtest/gtest.h>

#include "core/error.h"

namespace gonogo {
namespace {

std::string NameOf(const std::string& planned, const ProviderFacts& facts) {
  const Provider* const provider = JudgeProvider(SideName::kTarget, planned, facts);
  return provider == nullptr ? "nobody" : provider->name;
}

std::string RefusalOf(const std::string& planned, const ProviderFacts& facts) {
  try {
    return "no refusal: " + NameOf(planned, facts);
  } catch (const PlanError& error) {
    return error.what();
  }
}

TEST(ProviderOf, IsToldByTheCatalogueWithoutThePlan) {
  EXPECT_EQ(NameOf("", {}), "nobody");
  EXPECT_EQ(NameOf("", {.marked = {"aurora", "rds"}}), "aurora");
  EXPECT_EQ(NameOf("", {.marked = {"rds"}, .is_superuser = true}), "nobody");
}

TEST(ProviderOf, IsThePlansWhereTheServerHasAMarkerOfIt) {
  EXPECT_EQ(NameOf("supabase", {.marked = {"supabase"}}), "supabase");
  EXPECT_EQ(NameOf("supabase", {.marked = {"supabase"}, .is_superuser = true}), "supabase");
  EXPECT_EQ(NameOf("rds", {.marked = {"aurora", "rds"}}), "rds");
  EXPECT_EQ(NameOf("none", {.marked = {"rds"}}), "nobody");
}

TEST(ProviderOf, IsRefusedIfTheServerIsAnotherOnes) {
  EXPECT_EQ(RefusalOf("supabase", {}),
            "target: the plan's provider is \"supabase\", but the server isn't one of Supabase (it "
            "has no role supabase_admin): correct connections.target.provider, or remove it and "
            "gonogo asks the server");
  EXPECT_EQ(RefusalOf("supabase", {.marked = {"rds"}}),
            "target: the plan's provider is \"supabase\", but the server is one of Amazon RDS (it "
            "has no role supabase_admin): correct connections.target.provider, or remove it and "
            "gonogo asks the server");
  EXPECT_EQ(RefusalOf("aurora", {.marked = {"rds"}, .is_superuser = true}),
            "target: the plan's provider is \"aurora\", but the server isn't one of Amazon Aurora "
            "(it has no function aurora_version): correct connections.target.provider, or remove "
            "it and gonogo asks the server");
}

TEST(ProviderOf, IsNobodyInARehearsalOnPlainServers) {
  EXPECT_EQ(NameOf("supabase", {.is_throw_away = true}), "nobody");
  EXPECT_EQ(NameOf("supabase", {.marked = {"supabase"}, .is_throw_away = true}), "supabase");
}

}  // namespace
}  // namespace gonogo
