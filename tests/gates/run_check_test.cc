// Tests how one check is run: what of its parameters is masked, and how often that is found out.
#include "gates/run_check.h"

#include <gtest/gtest.h>

#include "core/plan/gate.h"
#include "gates/objects/relation_catalogue.h"

namespace gonogo {
namespace {

Outcome TellThePassword(const Inspection& in) {
  return {.examined = 1, .notes = {"sent open-sesame-42 to " + in.subject.name}};
}

class OneCheck {
 public:
  OneCheck() {
    gate_.run = TellThePassword;
    check_.id = "check";
    check_.gate = &gate_;
    check_.arguments =
        Arguments(Json::object(), {{"password", {{"env", "APP_PASSWORD"}}}, {"others", "..."}});
  }

  // Returns the note of a case.
  std::string NoteWith(const Environment& environment) {
    const CaseResult result = RunCheck(check_, {pair_,
                                                contents_,
                                                catalogue_,
                                                memory_,
                                                environment,
                                                migration_,
                                                plan_,
                                                check_.arguments,
                                                {.name = "users"}});
    return result.outcome.notes.front();
  }

 private:
  Gate gate_;
  Check check_;
  Plan plan_;
  Pair pair_{Side(), Side()};
  Contents contents_{pair_, {}, {}};
  RelationCatalogue catalogue_{pair_, plan_};
  CheckMemory memory_;
  MigrationFolder migration_;
};

TEST(RunCheck, MasksTheValuesOfVariables) {
  EXPECT_EQ(OneCheck().NoteWith({{"APP_PASSWORD", "open-sesame-42"}}), "sent *** to users");
  EXPECT_EQ(OneCheck().NoteWith({}), "sent open-sesame-42 to users");
}

// The parameters may name thousands of relations.
TEST(RunCheck, LooksThroughTheParametersOnceForAllCases) {
  OneCheck check;
  EXPECT_EQ(check.NoteWith({{"APP_PASSWORD", "open-sesame-42"}}), "sent *** to users");
  EXPECT_EQ(check.NoteWith({}), "sent *** to users");
}

}  // namespace
}  // namespace gonogo
