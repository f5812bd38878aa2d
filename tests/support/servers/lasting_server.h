// A server of a throw-away pair that gonogo takes for one that lasts.
#pragma once

#include <string>

#include "fixtures/throwaway/throwaway_pair.h"

namespace gonogo::testing_support {

// Restarts the server with another cluster_name, so that it no longer counts as throw-away; or with
// kThrowAwayClusterName, so that it does again.
void RestartAs(const std::string& name, const ThrowAwayPair& pair, const Cluster& cluster);

}  // namespace gonogo::testing_support
