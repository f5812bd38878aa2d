// Who runs this process, as the ledger and the lock on the target name them.
#pragma once

#include <string>

namespace gonogo {

struct Operator {
  std::string user;
  std::string host;
};

Operator CurrentOperator();

}  // namespace gonogo
