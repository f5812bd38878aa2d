// Texts of the plan that an answer must contain, or must not.
#pragma once

#include <string>
#include <vector>

#include "core/values/arguments.h"
#include "core/values/outcome.h"

namespace gonogo {

// The names of the two parameters, and what the texts are in: "output", "a body".
struct WantedTexts {
  const char* has;
  const char* lacks;
  const char* in;
};

// Throws PlanError if one of the parameters is given and empty: then the check could not fail.
void RequireTexts(const WantedTexts& wanted, const Arguments& given);

// Returns what of them doesn't hold in `text`. `have`: what people read of a text that lacks what
// it must have.
std::vector<Finding> TextFindings(const WantedTexts& wanted, const Arguments& given,
                                  const std::string& subject, const std::string& text,
                                  const std::string& have);

}  // namespace gonogo
