// How fast the threads of one side read, and how long the whole will take them.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace gonogo {

class Pace {
 public:
  using Duration = std::chrono::duration<double>;  // seconds

  // `blocks`: of all that this side reads.
  Pace(std::int64_t blocks, std::size_t threads);

  // Counts what one thread has read, and how long it took.
  void Count(std::int64_t rows, std::int64_t blocks, Duration took);

  std::int64_t rows() const { return rows_; }
  // Returns which part of the whole has been read, 0 to 1.
  double part() const;
  // Returns how long the whole takes, or nothing before anything was read. What the threads are
  // reading just now doesn't bias it, because it follows from the time that each block took.
  std::optional<Duration> Whole() const;

 private:
  std::int64_t all_blocks_;
  std::size_t threads_;
  std::int64_t rows_ = 0;
  std::int64_t blocks_ = 0;
  Duration took_{0};  // of all threads together
};

}  // namespace gonogo
