// A path over TCP to a server of the test pair, on which something goes wrong in the middle of what
// the server sends.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <limits>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace gonogo::testing_support {

enum class Blow {
  kNone,     // only the act
  kCut,      // all connections end
  kHalve,    // the same, after half of what the server has just sent
  kSilence,  // nothing arrives any more, in either direction; nobody is told
  kDelay,    // whatever the server sends arrives later, from now on
};

struct Strike {
  std::int64_t at_byte = std::numeric_limits<std::int64_t>::max();  // of all that the server sends
  Blow blow = Blow::kNone;
  bool is_for_good = false;  // later connections suffer, too
  int later_port = 0;        // where later connections go instead of the server; 0: to the server
  std::function<void()> act = {};  // what else happens at that moment; everything waits for it
  // Returns what a client gets instead of bytes that the server sent; one for each connection.
  using Tamper = std::function<std::string(std::string)>;
  std::function<Tamper()> tamper = {};
};

class FaultyPath {
 public:
  FaultyPath(int server_port, Strike strike);
  FaultyPath(const FaultyPath&) = delete;
  FaultyPath& operator=(const FaultyPath&) = delete;
  ~FaultyPath();

  // Returns the URL of a server with this path instead of its address.
  std::string Through(std::string url) const;

  // Returns how much the server has sent.
  std::int64_t Bytes() const { return bytes_; }
  bool IsStruck() const { return is_begun_; }

 private:
  void Listen();
  void Relay(int client);
  void RelayBetween(int client, int server);
  bool PassToClient(int client, const std::string& bytes);
  void StrikeAt(int client, const std::string& bytes);
  bool Suffers(bool is_new) const { return is_struck_ && (!is_new || strike_.is_for_good); }

  int server_port_;
  Strike strike_;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<std::int64_t> bytes_{0};
  std::atomic<bool> is_begun_{false};   // the strike
  std::atomic<bool> is_struck_{false};  // it is over
  std::atomic<bool> stopping_{false};
  std::mutex striking_;
  std::mutex mutex_;  // guards the next two
  std::vector<int> open_;
  std::vector<std::thread> threads_;
  std::thread thread_;
};

}  // namespace gonogo::testing_support
