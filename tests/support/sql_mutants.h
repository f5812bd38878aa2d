// Changes a statement of sql/ in one place at a time, as a mistake of a programmer would.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gonogo::testing_support {

struct SqlMutant {
  std::string kind;   // "condition dropped"
  std::string place;  // what was there, in one line; a number follows if it was there before
  std::string text;   // the changed statement
};

// Returns the statement with blanks in place of comments, so that places stay the same.
std::string WithoutComments(std::string_view statement);

// Returns the mutants of a statement in the style of sql/, which has keywords in upper case: each
// condition and each WHEN dropped, comparisons turned, branches of UNION dropped, columns and
// values of JSON objects replaced by NULL, joins made LEFT or inner, DISTINCT and the ORDER BY of
// aggregates dropped, literals dropped from lists of IN. Changes nothing inside ARRAY[...], which
// are lists of names, and not the ORDER BY of the statement: gates sort what they show. Leaves out
// what the server's own guarantees make equal: see sql_mutants.cc. Some can't be run.
std::vector<SqlMutant> MutantsOf(std::string_view statement);

}  // namespace gonogo::testing_support
