// What `gonogo diff` prints: a line for each row that differs and one for each relation, for people
// or as JSON. Values appear only where they are asked for; keys always do.
#pragma once

#include <string>

#include "compare/comparison.h"

namespace gonogo {

// `users  different  id=42: email 'b', want 'a'`, a newline at the end.
std::string DifferenceLine(const std::string& relation, const Comparison& comparison,
                           const RowDifference& row, bool values);
std::string DifferenceJson(const std::string& relation, const Comparison& comparison,
                           const RowDifference& row, bool values);

std::string RelationLine(const std::string& relation, const Comparison& comparison);
std::string RelationJson(const std::string& relation, const Comparison& comparison);

// A relation that could not be compared; `different` where that is because one side lacks it.
std::string FailureLine(const std::string& relation, const std::string& error, bool different);
std::string FailureJson(const std::string& relation, const std::string& error, bool different);

}  // namespace gonogo
