// Reads the texts that a Python file assigns to its variables, as migrations of Alembic and Django
// have them.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace gonogo {

struct PythonValue {
  std::vector<std::string> texts;  // the text literals of the expression, in their order
  bool has_names = false;          // the expression also has names, whose values aren't known
};

// Returns the expression that each of the variables gets, in the module or in a class. A variable
// that the file doesn't set is missing; of one that it sets twice the first counts.
std::map<std::string, PythonValue> PythonAssignments(const std::string& text,
                                                     const std::vector<std::string>& variables);

}  // namespace gonogo
