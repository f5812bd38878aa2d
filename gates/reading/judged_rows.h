// Runs statements whose rows say what is wrong: object, have and want. Most gates that examine one
// side do only this.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/values/parameter.h"
#include "gates/inspection.h"

namespace gonogo {

// Returns the side that the case's subject names.
SideName SideOf(const Inspection& in);

// Counts each row as examined. Turns a row of object, have and want into a finding, or into a note
// if want is NULL (have is as it should be). Throws DatabaseError (42501) if have is NULL: the role
// wasn't allowed to see it.
Outcome JudgeRows(const Rows& rows);

// Runs `statement` on the side that the subject names, and judges its rows. Throws DatabaseError if
// the side can't answer or can't read a relation of the plan, and as JudgeRows does.
Outcome JudgeSide(const Inspection& in, std::string_view statement,
                  const std::vector<Value>& values);

// Does the same for a side that the subject doesn't name.
Outcome JudgeSide(const Inspection& in, SideName side, std::string_view statement,
                  const std::vector<Value>& values);

// Does the same for a statement without parameters. Serves as a gate's `run`:
// JudgedSide<sql::kWritable>.
template <const std::string_view& statement>
Outcome JudgedSide(const Inspection& in) {
  return JudgeSide(in, statement, {});
}

}  // namespace gonogo
