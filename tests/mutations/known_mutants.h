// What tests/mutations says of mutants that no case notices: why none can, and which statements a
// test proves instead.
#pragma once

#include <map>
#include <set>
#include <string>

namespace gonogo::testing_support {

// A test by which a statement is proved.
struct ProvingTest {
  std::string program;  // its name in the build's folder `tests`
  std::string name;     // Suite.Name
};

struct KnownMutants {
  std::set<std::string> equivalent;  // "STATEMENT | KIND | PLACE": no case can notice the mutant
  std::set<std::string> unsent;      // statements that no case sends
  std::map<std::string, ProvingTest> elsewhere;  // statements that only a test proves
};

// Reads equivalent.txt, unsent.txt and elsewhere.txt. Throws std::runtime_error if a
// line has no reason, or occurs twice, or if it names a test that doesn't exist.
KnownMutants ReadKnownMutants();

}  // namespace gonogo::testing_support
