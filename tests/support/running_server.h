// A server that a test needs, on a free port of 127.0.0.1.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace gonogo::testing_support {

struct Launch {
  // Writes what the server needs into its folder and returns the words that start it on that port.
  std::function<std::vector<std::string>(const std::filesystem::path& folder, int port)> prepare;
  std::function<bool(int port)> answers;  // whether it takes clients by now
};

// Started with this object, as an unprivileged user; gone with it, and with the test program
// however that ends. To be made by a thread that outlives it.
class RunningServer {
 public:
  // Throws std::runtime_error with the server's words where it does not answer.
  explicit RunningServer(const Launch& launch);
  RunningServer(const RunningServer&) = delete;
  RunningServer& operator=(const RunningServer&) = delete;
  ~RunningServer();

  int port() const { return port_; }

 private:
  struct Process;

  int port_ = 0;
  std::unique_ptr<Process> process_;
};

// Whether something on 127.0.0.1 takes connections at that port.
bool TakesConnections(int port);

}  // namespace gonogo::testing_support
