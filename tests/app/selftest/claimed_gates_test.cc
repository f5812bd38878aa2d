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
    {"demands what a plan says, and the selftest's own plan says nothing of the sort",
     {"business_key_checksum", "column_absent", "column_type", "constraint_probe", "creation_order",
      "encrypted_columns", "enum_order", "foreign_keys", "log_entry", "no_rows", "not_null",
      "primary_key", "required_indexes", "same_answers", "scalar", "state_store_keys",
      "text_encoding", "trigger_enabled"}},
    {"is about a server that is set up in some way, and a throw-away one isn't",
     {"archiving", "capacity", "connection_headroom", "extension_availability", "least_privilege",
      "old_host", "pooler_mode", "publication", "replica_identity", "replication_slots",
      "right_database", "standbys", "subscriptions", "tls", "wraparound"}},
    {"sees damage that needs another version of the operating system's locales", {"collations"}},
    {"needs a managed provider or an extension that only those have",
     {"provider_rows", "provider_tables", "scheduled_jobs"}},
    {"looks at files of migrations", {"migration_history", "migration_safety"}},
    {"looks at what people did or signed", {"rehearsal_evidence", "signoff", "snapshot_kept"}},
    {"asks a service",
     {"certificates", "chain_rpc", "command", "flags", "http", "http_health", "launch_environment",
      "redis", "slo"}},
    {"looks at who is connected, which a copy of a database doesn't have",
     {"application_sessions", "fence", "open_transactions", "other_sessions"}},
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
