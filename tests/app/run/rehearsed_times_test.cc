// Which rehearsal's times count for the window: the newest, but none with a planted fault.
#include "app/run/rehearsed_times.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "gates/gate_table.h"
#include "tests/support/gonogo_program.h"

namespace gonogo::testing_support {
namespace {

// A rehearsal of one stage, at that hour.
std::string Rehearsed(const std::string& hour, int seconds, const std::string& fault) {
  Json began = {{"plan", "shop"}, {"plan_digest", "d"}, {"who", "op"}, {"host", "h"}};
  if (!fault.empty()) began["fault"] = fault;
  const LedgerLine first{.event = LedgerEvent::kStageBegan,
                         .stage = Phase::kSchema,
                         .at = "2026-02-21T" + hour + ":00:00.000Z",
                         .details = began};
  LedgerLine last{.event = LedgerEvent::kStageEnded,
                  .stage = Phase::kSchema,
                  .at = "2026-02-21T" + hour + ":30:00.000Z",
                  .offset = std::chrono::seconds(seconds),
                  .details = {{"status", 0}, {"outcome", "GO"}}};
  return ToText(ToJson(first)) + "\n" + ToText(ToJson(last)) + "\n";
}

class RehearsedTimesInAFolder : public testing::Test {
 protected:
  RehearsedTimesInAFolder() { std::filesystem::create_directories(scratch_.Path("all")); }

  void Add(const std::string& name, const std::string& ledger) const {
    std::filesystem::create_directories(scratch_.Path("all/" + name));
    scratch_.File("all/" + name + "/ledger.jsonl", ledger);
  }

  RehearsedTimes Times() const {
    Plan plan;
    plan.name = "shop";
    plan.digest = "d";
    Check check;
    const auto gates = AllGates();
    check.gate = &*std::ranges::find(gates, "rehearsal_evidence", &Gate::name);
    check.arguments = Arguments(Json{{"ledger", scratch_.Path("all")}});
    plan.checks.push_back(check);
    return RehearsedTimesOf(plan);
  }

  Scratch scratch_;
};

TEST_F(RehearsedTimesInAFolder, AreThoseOfTheNewestWithoutAPlantedFault) {
  Add("first", Rehearsed("07", 600, ""));
  Add("second", Rehearsed("08", 300, ""));
  Add("third", Rehearsed("09", 1, "fault.sql on the target after schema"));
  const RehearsedTimes times = Times();
  EXPECT_EQ(times.unknown, "");
  EXPECT_EQ(times.took.at(Phase::kSchema), std::chrono::seconds(300));
}

TEST_F(RehearsedTimesInAFolder, AreUnknownIfAFaultWasPlantedInAll) {
  Add("only", Rehearsed("09", 1, "fault.sql on the target after schema"));
  EXPECT_EQ(Times().unknown, scratch_.Path("all") + " has only rehearsals with a planted fault");
}

}  // namespace
}  // namespace gonogo::testing_support
