// Runs a pgbouncer in front of one of the pair's servers.
#pragma once

#include <string>

#include "fixtures/rehearsal/running_server.h"
#include "tests/support/servers/pair_environment.h"

namespace gonogo::testing_support {

class RunningPooler {
 public:
  // `mode` is a pool_mode of pgbouncer: session, transaction or statement. Throws
  // std::runtime_error with pgbouncer's log if it doesn't answer.
  RunningPooler(const Cluster& server, const std::string& mode, int pool_size = 2);

  // Returns the URL of the server's database through the pooler.
  std::string Url(const std::string& database) const;

 private:
  Cluster pooled_;  // the server, with the pooler's port
  RunningServer process_;
};

}  // namespace gonogo::testing_support
