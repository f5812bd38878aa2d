// The list of sign-off items as text and as JSON, against golden files.
#include "reporters/lists/signoff_list.h"

#include <gtest/gtest.h>

#include "tests/golden/golden.h"

namespace gonogo {
namespace {

constexpr const char* kDigest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
constexpr const char* kNow = "2026-02-21T09:30:00.000Z";

Signoff SignedBy(const std::string& item, const std::string& by, const std::string& at,
                 const std::string& note, const std::string& digest = kDigest) {
  return {.item = item, .by = by, .note = note, .at = at, .plan = "moving", .plan_digest = digest};
}

std::vector<SignoffLine> Lines() {
  const std::vector<Signoff> signoffs = {
      SignedBy("restore", "the deputy", "2026-02-20T09:30:00.000Z", "took 4 minutes\x1B[2J"),
      SignedBy("window", "the lead", "2026-01-01T00:00:00.000Z", ""),
      SignedBy("rollback", "the lead", "2026-02-21T09:00:00.000Z", "", "0123456789abcdef")};
  std::vector<SignoffLine> lines;
  for (const auto& [id, phase] : {std::pair("restore", Phase::kPreflight),
                                  {"window", Phase::kPreflight},
                                  {"rollback", Phase::kGate},
                                  {"team_lead", Phase::kGate}}) {
    const SignoffItem item{.id = id,
                           .check = "approvals",
                           .phase = phase,
                           .text = "It was tried.",
                           .role = "team lead",
                           .valid_hours = 168};
    lines.push_back({item, SignoffStatusOf(item, signoffs, kDigest, kNow)});
  }
  return lines;
}

TEST(SignoffList, IsTextWithAHeadingPerPhase) {
  ExpectGolden("signoff_list.txt", SignoffListText(Lines()));
}

TEST(SignoffList, IsJson) { ExpectGolden("signoff_list.json", SignoffListJson(Lines())); }

}  // namespace
}  // namespace gonogo
