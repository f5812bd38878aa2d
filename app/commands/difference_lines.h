// Writes the output of `gonogo diff`: one line for each row that differs and one for each relation,
// as text or as JSON. Keys are always shown, other values only if they are asked for.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "compare/comparison.h"

namespace gonogo {

// Returns "users  different  id=42: email 'b', want 'a'" and a newline.
std::string DifferenceLine(const std::string& relation, const Comparison& comparison,
                           const RowDifference& row, bool with_values);
std::string DifferenceJson(const std::string& relation, const Comparison& comparison,
                           const RowDifference& row, bool with_values);

// Holds the lines of a relation back until all are known: of more than ten rows that differ in the
// same columns it keeps three, and the number of the others.
class HeldLines {
 public:
  void Add(const std::string& relation, const Comparison& comparison, const RowDifference& row);

  // Returns the lines, and forgets them.
  std::string Take();

 private:
  std::string relation_;
  std::vector<std::pair<std::string, std::string>> lines_;  // line, columns
  std::map<std::string, std::size_t> rows_;                 // by columns
};

std::string RelationLine(const std::string& relation, const Comparison& comparison);
std::string RelationJson(const std::string& relation, const Comparison& comparison);

// Return the line for a relation that couldn't be compared. `different`: because only one side has
// it.
std::string FailureLine(const std::string& relation, const std::string& error, bool different);
std::string FailureJson(const std::string& relation, const std::string& error, bool different);

}  // namespace gonogo
