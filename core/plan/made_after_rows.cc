// Before the rows: schemas, extensions, types, functions, tables, defaults, checks, sequences,
// views, privileges. After them: indexes, keys, triggers, rules, policies, default privileges,
// statistics objects, publications, event triggers, contents of materialized views, and whatever
// needs a key, such as a view that groups by it.
#include "core/plan/made_after_rows.h"

#include <map>

namespace gonogo {

MadeAfterRows PartMadeAfterRows(const std::string& gate) {
  using enum MadeAfterRows;
  static const std::map<std::string, MadeAfterRows> parts = {
      {"comments", kSome},       {"constraints", kAll},
      {"creation_order", kSome}, {"extended_statistics", kSome},
      {"foreign_keys", kAll},    {"foreign_tables", kSome},
      {"functions", kSome},      {"grants", kSome},
      {"indexes", kAll},         {"other_objects", kSome},
      {"owners", kSome},         {"partitions", kSome},
      {"primary_key", kAll},     {"provider_tables", kSome},
      {"publications", kSome},   {"required_indexes", kAll},
      {"row_security", kSome},   {"storage", kSome},
      {"trigger_enabled", kAll}, {"triggers", kSome},
      {"types", kSome},          {"views", kSome}};
  const auto found = parts.find(gate);
  return found == parts.end() ? kNothing : found->second;
}

}  // namespace gonogo
