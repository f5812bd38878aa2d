#include "compare/passes/scanned_relation.h"

#include <fmt/format.h>

namespace gonogo {

const std::string& ScannedRelation::PartOf(SideName side, const Range& range) const {
  return shapes[side]->parts.at(range.part).from;
}

std::string ScannedRelation::ConditionOf(const Range& range) const {
  if (where.empty()) return range.condition;
  // On separate lines, so that a comment at the end of `where` doesn't hide what follows.
  const std::string condition = "(\n" + where + "\n)";
  return range.condition.empty() ? condition : condition + " AND " + range.condition;
}

DatabaseError ScannedRelation::Explained(const DatabaseError& error, SideName side,
                                         Session& session, const Range& range) const {
  // Class 22: data exceptions, not a privilege or a timeout.
  if (!error.sqlstate().starts_with("22")) return error;
  const std::string condition = ConditionOf(range);
  const std::string rows = fmt::format(" FROM {}{}{}", PartOf(side, range),
                                       condition.empty() ? "" : " WHERE ", condition);
  // First counts the rows without any column, because the fault may be in `where`.
  session.Query("SELECT pg_catalog.count(*)" + rows, {});
  for (const auto& [column, expression] : digest.ColumnDigests(side)) {
    try {
      session.Query(fmt::format("SELECT pg_catalog.count({}){}", expression, rows), {});
    } catch (const DatabaseError& of_column) {
      return of_column.Reworded(
          fmt::format("can't compare column {}: {}", column, of_column.what()));
    }
  }
  return error;
}

}  // namespace gonogo
