// The statements of sql/ leave these partitions out: see sql/fragments/rows_of_relation.txt.
#include "gates/contents/foreign_partitions.h"

#include <fmt/format.h>

#include "core/error.h"
#include "gates/objects/relation_catalogue.h"
#include "gates/reading/ascii_database.h"
#include "sql/contents.h"

namespace gonogo {

void NoteForeignPartitions(const Inspection& in, SideName side, const Relation& relation,
                           Outcome& outcome) {
  for (const Row row :
       in.catalogue.RowsOf(relation, side, sql::kForeignPartitions, {kUtf8Pattern})) {
    if (!row.Maybe("partition")) continue;
    outcome.notes.push_back(row.Text("partition") +
                            " is a foreign table: its rows are on another server and weren't read");
  }
}

void RequireRowsHere(const Inspection& in, const Relation& relation) {
  for (const SideName side : kBothSides) {
    const Rows& rows = in.catalogue.RowsOf(relation, side, sql::kForeignPartitions, {kUtf8Pattern});
    for (const Row row : rows) {
      if (!row.Boolean("is_foreign")) continue;
      throw DatabaseError(fmt::format("{}: {} is a foreign table: its rows are on another server",
                                      ToString(side), NameOn(side, relation)),
                          "42809");
    }
  }
}

}  // namespace gonogo
