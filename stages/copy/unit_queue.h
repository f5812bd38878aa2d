// Units that wait for others, handed out to whoever has time, the largest first.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <set>
#include <vector>

#include "stages/copy/copy_order.h"

namespace gonogo {

class UnitQueue {
 public:
  // `sizes`: of each unit; `done`: units that need not be handed out.
  UnitQueue(const std::vector<Unit>& units, std::vector<std::int64_t> sizes,
            const std::set<std::size_t>& done);

  // A unit that waits for no other. Nothing where there was none for `patience`, or where there
  // will be none.
  std::optional<std::size_t> Next(std::chrono::milliseconds patience);
  void Done(std::size_t unit);

  // From now on there is none.
  void Stop();
  bool HasEnded() const;

 private:
  std::optional<std::size_t> Ready() const;

  const std::vector<Unit>& units_;
  std::vector<std::int64_t> sizes_;
  mutable std::mutex mutex_;  // guards what follows
  std::condition_variable changed_;
  std::set<std::size_t> waiting_;  // not handed out yet
  std::set<std::size_t> undone_;   // the same, and those in work
};

}  // namespace gonogo
