// Runs one thread per session, each of which reads one portion after another. So at most `jobs`
// statements run on a side at once.
#include "compare/passes/scan.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <thread>

#include "core/text/text.h"
#include "fixtures/session/own_sessions.h"
#include "sql/compare.h"

namespace gonogo {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kPause{200};

std::int64_t ActiveBackends(Session& session) {
  const Rows active = WithoutOwnSessions(session.Query(sql::kActiveBackends, {}));
  for (const Row backend : active) backend.Text("state");  // throws if the role may not see it
  return static_cast<std::int64_t>(active.size());
}

// Waits while more than `max_load` other backends are active.
void AwaitQuiet(Session& session, std::int64_t max_load) {
  while (max_load > 0) {
    session.Query(sql::kClearStatisticsSnapshot, {});
    if (ActiveBackends(session) <= max_load) return;
    std::this_thread::sleep_for(kPause);
  }
}

std::string NamesOf(const std::vector<const RelationShape*>& shapes) {
  if (shapes.empty()) return "";
  const std::string first = QuotedName(shapes.front()->name);
  return shapes.size() == 1 ? first : first + " and " + Counted(shapes.size() - 1, "other");
}

std::int64_t BlocksOf(const std::vector<const RelationShape*>& shapes) {
  std::int64_t blocks = 0;
  for (const RelationShape* shape : shapes) blocks += shape->blocks();
  return blocks;
}

std::int64_t BlocksOf(const Portion& portion) {
  std::int64_t blocks = 0;
  for (const Range& range : portion) blocks += range.end - range.first;
  return blocks;
}

// What all threads of one scan share.
class Scan {
 public:
  Scan(const ShapesPerSide& shapes, const ReadPortion& read, const Effort& effort)
      : read_(read), effort_(effort) {
    progress_.relation = NamesOf(shapes.source);
    progress_.all_blocks = BlocksOf(shapes.source) + BlocksOf(shapes.target);
    progress_.start = Clock::now();
  }

  void Work(SideName side, Session& session, Portions& portions) {
    try {
      while (!stopped_) {
        AwaitQuiet(session, effort_.max_load);
        const Portion portion = portions.Next();
        if (portion.empty()) return;
        const auto start = Clock::now();
        const std::int64_t rows = read_(side, session, portion);
        portions.Took(portion, Clock::now() - start);
        Report(rows, BlocksOf(portion));
      }
    } catch (...) {
      stopped_ = true;
      throw;
    }
  }

 private:
  void Report(std::int64_t rows, std::int64_t blocks) {
    const std::scoped_lock lock(mutex_);
    progress_.rows += rows;
    progress_.blocks += blocks;
    if (effort_.progress) effort_.progress(progress_);
  }

  const ReadPortion& read_;
  const Effort& effort_;
  std::atomic<bool> stopped_{false};
  std::mutex mutex_;  // guards what follows
  Progress progress_;
};

}  // namespace

void ScanBoth(const Readers& readers, const ShapesPerSide& shapes, const ReadPortion& read,
              const Effort& effort) {
  Scan scan(shapes, read, effort);
  const auto portions_of = [&](SideName side) {
    const auto& [sessions, by_block, time] = readers[side];
    return Portions(shapes[side], by_block, sessions.size(), time);
  };
  PerSide<Portions> portions{portions_of(SideName::kSource), portions_of(SideName::kTarget)};
  std::vector<std::future<void>> workers;
  for (const SideName side : kBothSides) {
    for (Session* const session : readers[side].sessions) {
      workers.push_back(std::async(std::launch::async, [&scan, &portions, side, session] {
        scan.Work(side, *session, portions[side]);
      }));
    }
  }
  for (auto& worker : workers) worker.wait();
  for (auto& worker : workers) worker.get();
}

}  // namespace gonogo
