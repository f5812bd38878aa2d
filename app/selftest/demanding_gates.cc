// In one place, because each kind of damage to a column, say, may break a demand on a column.
#include "app/selftest/demanding_gates.h"

#include <algorithm>

namespace gonogo {
namespace {

using Gates = std::set<std::string>;

// By gate that demands: those beside which it may be red. All of the declared ones look at what
// inventory looks at.
const std::map<std::string, Gates>& SharedObjects() {
  static const Gates rows = {"inventory", "columns", "row_count", "row_checksum"};
  static const Gates queries = {"inventory", "columns",      "row_count", "row_checksum",
                                "views",     "row_security", "functions", "types"};
  static const std::map<std::string, Gates> shared = {
      {"business_key_checksum", rows},
      {"column_absent", {"inventory", "columns", "views", "foreign_tables"}},
      {"column_type", {"inventory", "columns", "types"}},
      {"connection_headroom", {"roles"}},
      {"constraint_probe",
       {"inventory", "columns", "constraints", "indexes", "triggers", "functions", "types",
        "row_security", "partitions", "row_count", "row_checksum"}},
      {"creation_order",
       {"inventory", "columns", "constraints", "indexes", "types", "storage", "extensions"}},
      {"encrypted_columns", rows},
      {"enum_order", {"types"}},
      {"foreign_keys", {"inventory", "columns", "constraints", "triggers"}},
      {"log_entry", rows},
      {"no_rows", queries},
      {"not_null", {"inventory", "columns"}},
      {"old_host", {"foreign_servers", "functions", "roles"}},
      {"primary_key", {"inventory", "columns", "constraints", "indexes"}},
      {"publication", {"inventory", "publications", "storage", "partitions"}},
      {"replica_identity", {"inventory", "columns", "constraints", "indexes", "storage"}},
      {"replication_slots", {"leftovers"}},
      {"required_indexes", {"inventory", "columns", "constraints", "indexes"}},
      {"same_answers", queries},
      {"scalar", queries},
      {"state_store_keys", rows},
      {"subscriptions", {"leftovers"}},
      {"trigger_enabled", {"inventory", "triggers"}}};
  return shared;
}

}  // namespace

void AddDemandingGates(Damage& damage) {
  Gates red = damage.also;
  if (!damage.IsHarmless()) red.insert(damage.gate);
  for (const auto& [gate, beside] : SharedObjects()) {
    const bool shares = std::any_of(beside.begin(), beside.end(),
                                    [&](const std::string& one) { return red.contains(one); });
    if (shares) damage.also.insert(gate);
  }
}

}  // namespace gonogo
