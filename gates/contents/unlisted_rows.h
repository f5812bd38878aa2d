// Compares the rows of relations that no plan lists, such as a provider's or an extension's, in the
// columns that both sides have: versions of a service or of an extension add columns.
#pragma once

#include <map>
#include <set>
#include <string>

#include "core/values/rows.h"
#include "gates/inspection.h"

namespace gonogo {

struct UnlistedRelation {
  std::string name;       // without its schema
  std::string rows;       // what a statement names to read its rows
  std::string condition;  // of the rows that count: "", or a text that begins with WHERE
  std::set<std::string> columns;
};

using UnlistedRelations = std::map<std::string, UnlistedRelation>;  // by the name to show

// Reads rows with name, relation, rows, condition and columns (JSON list).
UnlistedRelations ReadUnlisted(const Rows& rows);

// Adds a finding for each relation of the source that the target lacks, or whose rows differ. If
// the sides have two conditions, rows count that meet both. Throws as Pair::QueryWritten does.
void CompareUnlisted(const Inspection& in, const UnlistedRelations& source,
                     const UnlistedRelations& target, Outcome& outcome);

}  // namespace gonogo
