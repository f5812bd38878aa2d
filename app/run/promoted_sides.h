// Tells whether a standby was promoted while a run read it.
#pragma once

#include <string>
#include <vector>

#include "core/record/evidence.h"
#include "fixtures/pair.h"

namespace gonogo {

// Returns what to say of each side that was a standby when the run began and isn't one any more, or
// that can't be asked any more. Asks in sessions of its own, because those of a run know their
// answers.
std::vector<std::string> PromotedSides(const std::vector<Server>& at_start, const Pair& pair);

}  // namespace gonogo
