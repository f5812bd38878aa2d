// The largest unit goes first: at the end, all other threads would wait for it.
#include "stages/copy/unit_queue.h"

#include <algorithm>

namespace gonogo {

UnitQueue::UnitQueue(const std::vector<Unit>& units, std::vector<std::int64_t> sizes,
                     const std::set<std::size_t>& done)
    : units_(units), sizes_(std::move(sizes)) {
  for (std::size_t unit = 0; unit < units.size(); ++unit) {
    if (!done.contains(unit)) waiting_.insert(unit);
  }
  undone_ = waiting_;
}

std::optional<std::size_t> UnitQueue::Ready() const {
  std::optional<std::size_t> ready;
  for (const std::size_t unit : waiting_) {
    const auto& after = units_[unit].after;
    const bool waits = std::any_of(after.begin(), after.end(),
                                   [&](std::size_t before) { return undone_.contains(before); });
    if (!waits && (!ready || sizes_[unit] > sizes_[*ready])) ready = unit;
  }
  return ready;
}

std::optional<std::size_t> UnitQueue::Next(std::chrono::milliseconds timeout) {
  std::unique_lock lock(mutex_);
  std::optional<std::size_t> ready;
  changed_.wait_for(lock, timeout, [&] {
    ready = Ready();
    return ready || waiting_.empty();
  });
  if (ready) waiting_.erase(*ready);
  if (waiting_.empty()) changed_.notify_all();
  return ready;
}

void UnitQueue::Done(std::size_t unit) {
  const std::scoped_lock lock(mutex_);
  undone_.erase(unit);
  changed_.notify_all();
}

void UnitQueue::Stop() {
  const std::scoped_lock lock(mutex_);
  waiting_.clear();
  changed_.notify_all();
}

bool UnitQueue::HasEnded() const {
  const std::scoped_lock lock(mutex_);
  return waiting_.empty();
}

}  // namespace gonogo
