// Statements that look at one side and say themselves what is wrong: how servers stand, what is
// left over. Rows are what was looked at; each says what should be instead, where it should.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/values/parameter.h"
#include "gates/inspection.h"

namespace gonogo {

// The session of the side that the case's subject names.
Session& SideOf(const Inspection& in);

// What rows of object, have and want (NULL: as it should be, and have is a note) come to.
// Throws DatabaseError for a NULL in have: that might mean "not allowed".
Outcome JudgeRows(const Rows& rows);

// Asks the side that the subject names. `statement` returns what JudgeRows wants.
// Throws DatabaseError where the side cannot be asked or may not read a relation of the plan.
Outcome JudgeSide(const Inspection& in, std::string_view statement,
                  const std::vector<Value>& values);

// As a gate's `run`, for gates that do nothing else.
template <const std::string_view& statement>
Outcome JudgedSide(const Inspection& in) {
  return JudgeSide(in, statement, {});
}

}  // namespace gonogo
