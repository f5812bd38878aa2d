// The selftest's own checks that demand what its sample database has, and the queries that they
// ask.
#pragma once

#include <map>
#include <string>

namespace gonogo {

// Returns the texts of fixtures/samples/selftest/demands/, by file; checks.json is a list of
// checks.
const std::map<std::string, std::string>& DemandTexts();

}  // namespace gonogo
