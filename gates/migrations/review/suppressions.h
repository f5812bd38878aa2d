// The comment with which a migration's author stands for what a statement does:
//   -- gonogo: allow <rule> because <reason>
#pragma once

#include <string>
#include <vector>

#include "gates/migrations/review/rules.h"
#include "gates/parser/sql_script.h"

namespace gonogo {

struct Suppression {
  int line = 0;
  std::string rule;
  std::string reason;
};

// What comments allow, and what is wrong with those that allow nothing (rule "suppression").
struct Suppressions {
  std::vector<Suppression> allowed;
  std::vector<Breach> faults;
};

// Of the comments directly before a statement.
Suppressions ReadSuppressions(const std::vector<SqlComment>& comments);

// Of comments that stand directly before no statement: whatever they allow is a fault.
std::vector<Breach> MisplacedSuppressions(const std::vector<SqlComment>& comments);

}  // namespace gonogo
