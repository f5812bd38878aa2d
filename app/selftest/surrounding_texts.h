// The files of fixtures/samples/selftest/ for what gates look at beside databases, which the build
// embeds.
#pragma once

#include <map>
#include <string>

namespace gonogo {

// Returns the texts by file: "surroundings/plan.json", "surroundings_damage.json".
const std::map<std::string, std::string>& SurroundingTexts();

}  // namespace gonogo
