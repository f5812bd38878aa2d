// The data about providers of managed servers.
#include "core/values/provider.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <stdexcept>

namespace gonogo {
namespace {

TEST(Providers, AreKnownByMarkersAndTakeFromOthers) {
  const Provider* const aurora = FindProvider("aurora");
  ASSERT_NE(aurora, nullptr);
  EXPECT_EQ(aurora->markers, (std::vector<ProviderMarker>{{"function", "aurora_version"}}));
  EXPECT_TRUE(aurora->Owns("rdsadmin"));
  EXPECT_EQ(FindProvider("none"), nullptr);
  for (const Provider& provider : Providers()) {
    EXPECT_FALSE(provider.title.empty()) << provider.name;
    EXPECT_FALSE(provider.markers.empty()) << provider.name;
  }
}

TEST(Providers, TellGivenRolesFromTheirOwn) {
  const Provider& supabase = *FindProvider("supabase");
  EXPECT_TRUE(supabase.HasRole("anon"));
  EXPECT_FALSE(supabase.Owns("anon"));
  EXPECT_TRUE(supabase.Owns("supabase_admin"));
  EXPECT_FALSE(supabase.HasRole("app"));
  EXPECT_EQ(supabase.settings.at("search_path"), R"("$user", public, extensions)");
}

// A server of Aurora has the roles of RDS, and the first marker decides.
TEST(Providers, WithTheSameRolesAreAskedForInOrder) {
  const auto& providers = Providers();
  const auto place = [&](const char* name) {
    return std::ranges::find(providers, name, &Provider::name) - providers.begin();
  };
  EXPECT_LT(place("aurora"), place("rds"));
  EXPECT_LT(place("alloydb"), place("cloudsql"));
}

TEST(Providers, OfAPlanAreTheFilesAndNone) {
  const auto names = ProviderNames();
  for (const char* name : {"supabase", "rds", "aurora", "cloudsql", "alloydb", "neon", "azure",
                           "crunchy", "heroku", "none"}) {
    EXPECT_NE(std::ranges::find(names, name), names.end()) << name;
  }
}

TEST(ProviderFile, WithAnUnknownWordIsRefused) {
  std::string like;
  EXPECT_THROW(ReadProvider({"x", "title X\nrole y\n"}, like), std::logic_error);
  EXPECT_THROW(ReadProvider({"x", "title X\nown\n"}, like), std::logic_error);
  EXPECT_THROW(ReadProvider({"x", "own y\n"}, like), std::logic_error);
}

}  // namespace
}  // namespace gonogo
