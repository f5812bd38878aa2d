// A standby that streams from a server of the test pair, keeps its rows, and can be promoted.
#pragma once

#include <string>

#include "fixtures/rehearsal/running_server.h"
#include "fixtures/throwaway/throwaway_pair.h"

namespace gonogo::testing_support {

class RealStandby {
 public:
  // Copies all that the server has, and waits until the copy answers. Throws std::runtime_error
  // with the log if it doesn't.
  explicit RealStandby(const Cluster& primary);

  // The standby, in the place of its primary.
  const Cluster& cluster() const { return standby_; }

  // Makes it a primary, and waits until it is one.
  void Promote() const;

 private:
  Cluster standby_;
  RunningServer process_;
};

}  // namespace gonogo::testing_support
