#include "tests/mutations/run_deadline.h"

#include <iostream>
#include <pqxx/pqxx>

#include "tests/support/servers/pair_environment.h"

namespace gonogo::testing_support {
namespace {

void TerminateSessions(const Cluster& cluster) {
  try {
    pqxx::connection server(UrlOf(cluster, "postgres"));
    pqxx::nontransaction(server).exec(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()");
  } catch (const std::exception& error) {
    std::cerr << "sql_mutants: a run takes too long, but can't be ended: " << error.what() << "\n";
  }
}

}  // namespace

RunDeadline::RunDeadline(std::chrono::seconds limit)
    : end_(std::chrono::steady_clock::now() + limit), watch_([this] { Watch(); }) {}

RunDeadline::~RunDeadline() {
  {
    const std::scoped_lock lock(mutex_);
    is_over_ = true;
  }
  changed_.notify_one();
  watch_.join();
}

bool RunDeadline::Restart(std::chrono::seconds limit) {
  const std::scoped_lock lock(mutex_);
  const bool was_in_time = !has_passed_;
  has_passed_ = false;
  end_ = std::chrono::steady_clock::now() + limit;
  return was_in_time;
}

void RunDeadline::Watch() {
  constexpr std::chrono::seconds kPause{1};
  std::unique_lock lock(mutex_);
  while (!changed_.wait_for(lock, kPause, [this] { return is_over_; })) {
    if (std::chrono::steady_clock::now() < end_) continue;
    has_passed_ = true;
    lock.unlock();
    TerminateSessions(TestPair().source);
    TerminateSessions(TestPair().target);
    lock.lock();
  }
}

}  // namespace gonogo::testing_support
