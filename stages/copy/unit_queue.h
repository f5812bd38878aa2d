// Hands out units to several threads: only those whose predecessors are done, the largest first.
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
  // `sizes`: of each unit. `done`: units that aren't handed out.
  UnitQueue(const std::vector<Unit>& units, std::vector<std::int64_t> sizes,
            const std::set<std::size_t>& done);

  // Returns a unit whose predecessors are done. Returns nothing if there is none for `timeout`, or
  // if none is left.
  std::optional<std::size_t> Next(std::chrono::milliseconds timeout);
  void Done(std::size_t unit);

  // Hands out no more units.
  void Stop();
  bool HasEnded() const;

 private:
  std::optional<std::size_t> Ready() const;

  const std::vector<Unit>& units_;
  std::vector<std::int64_t> sizes_;
  mutable std::mutex mutex_;  // guards the members below
  std::condition_variable changed_;
  std::set<std::size_t> waiting_;  // not handed out yet
  std::set<std::size_t> undone_;   // waiting_, and those handed out and not done
};

}  // namespace gonogo
