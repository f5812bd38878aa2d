// The two servers that trials run on.
#pragma once

#include <filesystem>

#include "fixtures/throwaway/throwaway_pair.h"

namespace gonogo {

class TrialServers {
 public:
  // Starts them in `folder`, which must be empty, with what the gates need of a server. They are
  // removed with this object or, if it is killed, after this process. Throws as StartPair does.
  TrialServers(const std::filesystem::path& folder, const PairPrograms& programs);

  const ThrowAwayPair& pair() const { return pair_; }

  // Leaves them running when this object is destroyed.
  void Keep() { guard_.Release(); }

 private:
  PairGuard guard_;
  ThrowAwayPair pair_;
};

}  // namespace gonogo
