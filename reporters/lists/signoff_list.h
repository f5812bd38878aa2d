// The items that people sign, and how each stands: for people and for programs.
#pragma once

#include <span>
#include <string>

#include "core/record/signoff.h"

namespace gonogo {

struct SignoffLine {
  SignoffItem item;
  SignoffStanding standing;
};

// A heading a phase, an item a line with the signature below it, their number last.
std::string SignoffListText(std::span<const SignoffLine> lines);

// A list of {phase, check, item, role, text, status}, with by, at, note and expires where there is
// a signature, and its plan and plan_digest.
std::string SignoffListJson(std::span<const SignoffLine> lines);

}  // namespace gonogo
