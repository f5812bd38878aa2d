// Networks of a child process: name servers that are silent, and paths that die.
#pragma once

#include <functional>
#include <string>

namespace gonogo::testing_support {

// Runs `act` in a child process with a network of its own, and returns what it returns, or why the
// child has no network. The child is root there, and sees the same files.
std::string InOwnNetwork(const std::function<std::string()>& act);

// For the child: nobody answers at the name server of /etc/resolv.conf.
void SilenceNameServer();

// For the child: a network path to a server that listens on a local socket. It has the address
// 10.77.0.2 and port 5432 until somebody kills it: then nothing arrives any more, and nobody is
// told.
class NetworkPath {
 public:
  explicit NetworkPath(const std::string& socket);
  NetworkPath(const NetworkPath&) = delete;
  NetworkPath& operator=(const NetworkPath&) = delete;
  ~NetworkPath() = default;

  void Kill();

 private:
  int commands_ = -1;
};

}  // namespace gonogo::testing_support
