// The tables of a random database, with rows, and what belongs to a table.
#pragma once

#include "tests/support/schemas/schema_draft.h"

namespace gonogo::testing_support {

// Adds a table to `tables`, with everything that a table can have.
void MakeTable(SchemaDraft& draft);
// Adds tables that have only one oddity: no column, no row, no key, or a type.
void MakeOddTable(SchemaDraft& draft);

// What tables with partitions and heirs have too. Every table begins with the same columns, and
// continues with ", name type" as often as the list is long.
std::string FirstColumns();
std::string ColumnList(SchemaDraft& draft, RandomTable& table);
void Fill(SchemaDraft& draft, const RandomTable& table);

}  // namespace gonogo::testing_support
