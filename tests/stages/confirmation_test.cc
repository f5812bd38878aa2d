// Which phrases confirm a stage, and for which server.
#include "stages/confirmation.h"

#include <gtest/gtest.h>

#include "core/error.h"

namespace gonogo {
namespace {

std::string Refusal(const std::string& given, const std::string& again = "") {
  const Arguments arguments(Json{{"confirm", "COPY SHOP"}});
  const ConfirmedServers servers{
      .target = "new:5432/shop", .lines = {"target  o@new:5432/shop"}, .again = again};
  try {
    Confirm(Phase::kBackfill, arguments, {.given = {given}}, servers);
  } catch (const PlanError& error) {
    return error.what();
  }
  return "";
}

TEST(Confirmation, IsThePhraseAlsoWithTheTarget) {
  EXPECT_EQ(Refusal("COPY SHOP"), "");
  EXPECT_EQ(Refusal("COPY SHOP on new:5432/shop"), "");
}

TEST(Confirmation, ForAnotherServerIsRefused) {
  EXPECT_EQ(Refusal("COPY SHOP on old:5432/shop"),
            "stage backfill would act on new:5432/shop, but --confirm names old:5432/shop; nothing "
            "was done");
}

TEST(Confirmation, NamesTheServerIfThePhraseIsMissing) {
  EXPECT_EQ(Refusal("copy shop"),
            "stage backfill acts on new:5432/shop and must be confirmed: give --confirm with the "
            "phrase in stages.backfill.confirm of the plan, perhaps followed by \" on "
            "new:5432/shop\"; nothing was done");
}

TEST(Confirmation, SaysWhyAStageThatRanBeforeIsConfirmedAgain) {
  EXPECT_EQ(Refusal("", "stage backfill began at 9 already, but ran before a change of a.sql"),
            "stage backfill acts on new:5432/shop and must be confirmed: give --confirm with the "
            "phrase in stages.backfill.confirm of the plan, perhaps followed by \" on "
            "new:5432/shop\"; stage backfill began at 9 already, but ran before a change of a.sql; "
            "nothing was done");
}

}  // namespace
}  // namespace gonogo
