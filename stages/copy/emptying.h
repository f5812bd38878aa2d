// Empties the relations that an earlier run began and didn't finish, all at once.
//
// DELETE checks each row against the tables that reference it. Without an index PostgreSQL reads a
// whole table for each row, also one that has only dead rows.
#pragma once

#include <string>
#include <vector>

#include "core/values/relation_name.h"
#include "fixtures/session/writing_session.h"

namespace gonogo {

// Truncates the relations `begun` and all that reference them, in a transaction of its own, if the
// relations have rows, and if no other row is lost and no trigger of users fires by that: what
// references them is one of the relations `copied` and empty. Otherwise leaves all as it is, for
// DELETE. Returns remarks: which foreign keys will make that slow, because they have no index.
std::vector<std::string> EmptyAtOnce(WritingSession& writer, const std::vector<RelationName>& begun,
                                     const std::vector<RelationName>& copied);

}  // namespace gonogo
