// Leaves out materialized views, because a restore refreshes them.
#include "compare/comparable_tables.h"

#include "core/values/relation_name.h"
#include "sql/compare.h"

namespace gonogo {

std::vector<std::string> ComparableTables(Session& session) {
  const Rows rows = session.Query(sql::kUserTables, {});
  std::vector<std::string> tables;
  for (const Row row : rows) {
    if (row.Boolean("is_partition") || row.Boolean("of_extension")) continue;
    tables.push_back(QuotedName({row.Text("schema"), row.Text("name")}));
  }
  return tables;
}

}  // namespace gonogo
