// SQL expressions for the text of a column's values, as a dump writes them.
#pragma once

#include <string>

#include "compare/forms/relation_shape.h"

namespace gonogo {

// Returns an expression for the column's text, with the trailing blanks that a cast would drop.
std::string TextOf(const Column& column);

}  // namespace gonogo
