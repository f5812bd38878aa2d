// After the first error all connections are cancelled, and their transactions roll back.
#include "stages/copy/copy_connections.h"

#include <future>

namespace gonogo {
namespace {

// The backend of a run that was killed keeps its locks until it checks its client, every 5 seconds
// (session_settings.sql). The next run must wait for that.
Limits WithLongerLockTimeout(Limits limits) {
  constexpr std::chrono::seconds kClientCheck{10};
  if (limits.lock_timeout.count() > 0) limits.lock_timeout += kClientCheck;
  return limits;
}

}  // namespace

CopyConnections::CopyConnections(const Side& source, const Side& target, std::size_t count,
                                 const std::string& snapshot) {
  const Limits limits = WithLongerLockTimeout(target.limits);
  for (std::size_t i = 0; i < count; ++i) {
    workers_.push_back(std::unique_ptr<CopyWorker>(
        new CopyWorker{.reader = {source.endpoint, source.name, source.limits, snapshot},
                       .writer = {target.endpoint, target.name, limits}}));
  }
}

void CopyConnections::Work(const std::function<void(CopyWorker&)>& work) {
  std::vector<std::future<void>> threads;
  for (const auto& worker : workers_) {
    threads.push_back(std::async(std::launch::async, [&] {
      try {
        work(*worker);
      } catch (...) {
        Fail(std::current_exception());
      }
    }));
  }
  for (auto& thread : threads) thread.wait();
  const std::scoped_lock lock(mutex_);
  if (first_) std::rethrow_exception(first_);
}

void CopyConnections::Fail(std::exception_ptr error) {
  const std::scoped_lock lock(mutex_);
  if (!first_) first_ = std::move(error);
  Cancel();
}

void CopyConnections::Cancel() noexcept {
  for (const auto& worker : workers_) {
    worker->reader.Cancel();
    worker->writer.Cancel();
  }
}

}  // namespace gonogo
