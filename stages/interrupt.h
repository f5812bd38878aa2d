// SIGINT, SIGTERM and SIGHUP as an orderly end: what runs on the servers is cancelled, everything
// that was opened is closed on the way out, and the exit status is 130.
#pragma once

#include <exception>
#include <functional>
#include <thread>

namespace gonogo {

// The exit status of whoever was interrupted: 128 + SIGINT, as shells have it.
inline constexpr int kExitInterrupted = 130;

class Interrupted : public std::exception {
 public:
  const char* what() const noexcept override { return "interrupted"; }
};

// While it lives, a signal no longer ends the process: it is remembered. A second signal ends the
// process at once, with status 130. There is one, in main.
class InterruptWatch {
 public:
  InterruptWatch();
  InterruptWatch(const InterruptWatch&) = delete;
  InterruptWatch& operator=(const InterruptWatch&) = delete;
  ~InterruptWatch();

 private:
  std::thread thread_;
};

// While it lives, a signal also calls `cancel`, from another thread; at once where one has come
// already. There is one at a time.
class OnInterrupt {
 public:
  explicit OnInterrupt(std::function<void()> cancel);
  OnInterrupt(const OnInterrupt&) = delete;
  OnInterrupt& operator=(const OnInterrupt&) = delete;
  ~OnInterrupt();
};

// Whether a signal has come since the process began.
bool WasInterrupted();

// Throws Interrupted where one has.
void ThrowIfInterrupted();

}  // namespace gonogo
