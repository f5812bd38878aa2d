// A real pgbouncer before one of the pair's servers.
#pragma once

#include <memory>
#include <string>

#include "tests/support/pair_environment.h"

namespace gonogo::testing_support {

// Started with this object, as an unprivileged user on a free port of 127.0.0.1; gone with it, and
// with the test program however that ends.
class RunningPooler {
 public:
  // `mode` as pgbouncer calls it: session, transaction, statement. Throws std::runtime_error with
  // pgbouncer's words where it does not answer.
  RunningPooler(const Cluster& server, const std::string& mode, int pool_size = 2);
  RunningPooler(const RunningPooler&) = delete;
  RunningPooler& operator=(const RunningPooler&) = delete;
  ~RunningPooler();

  // The URL of the server's database through the pooler.
  std::string Url(const std::string& database) const;

 private:
  struct Process;

  Cluster pooled_;  // the server, with the pooler's port
  std::unique_ptr<Process> process_;
};

}  // namespace gonogo::testing_support
