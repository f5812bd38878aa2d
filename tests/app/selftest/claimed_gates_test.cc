// Each gate claims a kind of damage that the selftest kills, or is named here with the reason.
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "core/text/text.h"
#include "fixtures/system/text_file.h"
#include "gates/gate_table.h"
#include "tests/support/gonogo_program.h"

namespace gonogo::testing_support {
namespace {

// Cases of tests/cases that must fail plant the damage of all of these.
const std::map<std::string, std::set<std::string>> kUnclaimed = {
    {"compares where two URLs lead; a copy always is the target, and never the source",
     {"right_database"}},
    {"asks who reads the source; the role that starts a throw-away server is its superuser",
     {"least_privilege"}},
    {"asks a pooler, which neither server of the pair has before it", {"pooler_mode"}},
    {"needs a managed provider or an extension that only those have",
     {"provider_rows", "provider_tables", "scheduled_jobs"}},
    {"asks a Redis, and the selftest starts no programs that PostgreSQL doesn't bring", {"redis"}},
};

// Those whose damage docs/kill-matrix.md says is killed.
std::set<std::string> ClaimedGates() {
  std::set<std::string> gates;
  std::istringstream page(ReadTextFile(InProject("docs/kill-matrix.md")));
  for (std::string line; std::getline(page, line);) {
    const std::vector<std::string> cells = Split(line, '|');
    if (cells.size() > 4 && Trim(cells[4]) == "killed") gates.emplace(Trim(cells[2]));
  }
  return gates;
}

TEST(ClaimedGates, AreAllThatTheSelftestCanDamage) {
  std::set<std::string> accounted = ClaimedGates();
  ASSERT_FALSE(accounted.empty());
  for (const auto& [reason, gates] : kUnclaimed) {
    for (const std::string& gate : gates) {
      EXPECT_TRUE(accounted.insert(gate).second) << gate << " is claimed, or named twice";
    }
  }
  std::set<std::string> all;
  for (const Gate& gate : BuiltInGates()) all.insert(gate.name);
  EXPECT_EQ(accounted, all);
}

}  // namespace
}  // namespace gonogo::testing_support
