// Finds where a definition names columns by their table's name, for tables that get another name.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "core/values/relation_name.h"

namespace gonogo {

// Returns a table's new name without the schema, or nothing if it keeps its name.
using NewName = std::function<std::optional<std::string>(const RelationName&)>;

// Returns the SQL with the schema before each name of a renamed table that qualifies a column:
// users.id becomes public.users.id, so that whoever renames public.users renames that, too. An
// alias that the server made of the name, users_1, is made of the new one. `around` is the table to
// which the definition belongs, if there is one: queries in the definition can name its columns.
// Returns the SQL as it is if the parser of PostgreSQL 15 can't read it.
std::string WithQualifiedColumns(const std::string& sql, const RelationName& around,
                                 const NewName& new_name);

}  // namespace gonogo
