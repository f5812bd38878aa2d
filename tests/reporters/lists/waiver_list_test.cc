// The list of waivers as text and as JSON, against golden files.
#include "reporters/lists/waiver_list.h"

#include <gtest/gtest.h>

#include "tests/golden/golden.h"

namespace gonogo {
namespace {

constexpr const char* kWaivedPlan =
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
constexpr const char* kReadAt = "2026-02-21T09:30:00.000Z";

std::vector<Waiver> Waivers() {
  Waiver recorded{.check = "row_count",
                  .subject = "public.*",
                  .reason = "rebuilt every night",
                  .owner = "platform team",
                  .until = "2026-02-21",
                  .finding = "*0 rows*",
                  .at = "2026-02-20T09:30:00.000Z",
                  .plan = "moving",
                  .plan_digest = kWaivedPlan};
  Waiver of_plan{.check = "comments",
                 .subject = "public.users",
                 .reason = "written next week\x1B[2J",
                 .owner = "platform team",
                 .until = "2026-02-20",
                 .finding = "*"};
  Waiver of_another = recorded;
  of_another.plan_digest = "0123456789abcdef";
  Waiver of_a_run = recorded;
  of_a_run.finding = "";
  of_a_run.seen_in = "20260220T093000Z-0001";
  of_a_run.seen = {kWaivedPlan};
  Waiver of_an_earlier_version = recorded;
  of_an_earlier_version.finding = "";
  return {recorded, of_plan, of_another, of_a_run, of_an_earlier_version};
}

TEST(WaiverList, IsText) {
  ExpectGolden("waiver_list.txt", WaiverListText(Waivers(), kWaivedPlan, kReadAt));
}

TEST(WaiverList, IsJson) {
  ExpectGolden("waiver_list.json", WaiverListJson(Waivers(), kWaivedPlan, kReadAt));
}

}  // namespace
}  // namespace gonogo
