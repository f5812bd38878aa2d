// The files that `gonogo gates new` writes: a gate that works, for its author to change.
#pragma once

#include <map>
#include <string>

namespace gonogo {

// Returns the texts by path, relative to the author's folder: code, SQL, a case that must pass and
// one that must fail.
std::map<std::string, std::string> GateFiles(const std::string& gate);

// Returns the whole CMakeLists.txt of a repository with this gate.
std::string CmakeWithGate(const std::string& gate);
// Returns its line for the gate.
std::string CmakeLineFor(const std::string& gate);
// Returns the check that the plan needs.
std::string CheckWithGate(const std::string& gate);

}  // namespace gonogo
