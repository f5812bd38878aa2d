// Ends a run that takes too long: a mutant may keep a backend from ending, for which the next
// statement then waits.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace gonogo::testing_support {

// If a run isn't done in time, terminates all sessions on the pair, again and again, so that the
// run fails.
class RunDeadline {
 public:
  explicit RunDeadline(std::chrono::seconds limit);
  RunDeadline(const RunDeadline&) = delete;
  RunDeadline& operator=(const RunDeadline&) = delete;
  ~RunDeadline();

  // Begins the time of the next run. Returns whether the last one was done in time.
  bool Restart(std::chrono::seconds limit);

 private:
  void Watch();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::chrono::steady_clock::time_point end_;
  bool has_passed_ = false;
  bool is_over_ = false;
  std::thread watch_;
};

}  // namespace gonogo::testing_support
