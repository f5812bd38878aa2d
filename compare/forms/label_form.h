// Hashes the labels of an enum.
#pragma once

#include <string>

#include "compare/forms/relation_shape.h"

namespace gonogo {

// True if the column is of an enum whose labels are few enough to name them all in a statement.
bool HasFewLabels(const Column& column);

// Returns an expression for the hash of the column's label. `seed` is a constant of type bigint.
std::string HashOfLabel(const Column& column, const std::string& seed);

}  // namespace gonogo
