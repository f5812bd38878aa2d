// Comments in a migration file that allow a violation:
//   -- gonogo: allow <rule> because <reason>
#pragma once

#include <string>
#include <vector>

#include "gates/migrations/review/rules/rules.h"
#include "gates/parser/sql_script.h"

namespace gonogo {

struct Suppression {
  int line = 0;
  std::string rule;
  std::string reason;
};

// Suppressions, and the violations (rule "suppression") of invalid ones.
struct Suppressions {
  std::vector<Suppression> allowed;
  std::vector<Violation> errors;
};

// Reads the comments directly before a statement.
Suppressions ReadSuppressions(const std::vector<SqlComment>& comments);

// Returns a violation for each suppression among comments that aren't directly before a statement.
std::vector<Violation> MisplacedSuppressions(const std::vector<SqlComment>& comments);

}  // namespace gonogo
