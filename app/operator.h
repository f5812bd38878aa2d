// Who runs this process, as the ledger and the lock on the target name them.
#pragma once

#include <string>

namespace gonogo {

struct Operator {
  std::string user;
  std::string host;
};

Operator CurrentOperator();

// Returns the host's name, or "unknown".
std::string HostName();

}  // namespace gonogo
