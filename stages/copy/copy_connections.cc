// A copy that has failed is over: what is left of its connections rolls back.
#include "stages/copy/copy_connections.h"

#include <future>

namespace gonogo {
namespace {

// A server process of a run that was killed holds its locks until it notices, every 5 seconds
// (session_settings.sql): the next run waits for that.
Limits PatientLimits(Limits limits) {
  constexpr std::chrono::seconds kToNotice{10};
  if (limits.lock_timeout.count() > 0) limits.lock_timeout += kToNotice;
  return limits;
}

}  // namespace

CopyConnections::CopyConnections(const Side& source, const Side& target, std::size_t count,
                                 const std::string& snapshot) {
  const Limits limits = PatientLimits(target.limits);
  for (std::size_t i = 0; i < count; ++i) {
    workers_.push_back(std::unique_ptr<CopyWorker>(
        new CopyWorker{.reader = {source.endpoint, source.name, source.limits, snapshot},
                       .writer = {target.endpoint, target.name, limits}}));
  }
}

void CopyConnections::Work(const std::function<void(CopyWorker&)>& work) {
  std::vector<std::future<void>> works;
  for (const auto& worker : workers_) {
    works.push_back(std::async(std::launch::async, [&] {
      try {
        work(*worker);
      } catch (...) {
        Fail(std::current_exception());
      }
    }));
  }
  for (auto& done : works) done.wait();
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
