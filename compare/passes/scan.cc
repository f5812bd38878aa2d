// Runs one thread per session, each of which reads one portion after another. So at most `jobs`
// statements run on a side at once.
#include "compare/passes/scan.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <thread>

#include "compare/passes/pace.h"
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
  Scan(const Readers& readers, const ShapesPerSide& shapes, const ReadPortion& read,
       const Effort& effort)
      : read_(read),
        effort_(effort),
        relation_(NamesOf(shapes.source)),
        paces_{Pace(BlocksOf(shapes.source), readers.source.sessions.size()),
               Pace(BlocksOf(shapes.target), readers.target.sessions.size())} {}

  void Work(SideName side, Session& session, Portions& portions) {
    try {
      while (!stopped_) {
        const auto waiting = Clock::now();
        AwaitQuiet(session, effort_.max_load);
        const Portion portion = portions.Next();
        if (portion.empty()) return;
        const auto start = Clock::now();
        const std::int64_t rows = read_(side, session, portion);
        const auto end = Clock::now();
        portions.Took(portion, end - start);
        const std::scoped_lock lock(mutex_);
        paces_[side].Count(rows, BlocksOf(portion), end - waiting);
        Report(end - start_);
      }
    } catch (...) {
      stopped_ = true;
      throw;
    }
  }

 private:
  void Report(Pace::Duration taken) const {
    if (!effort_.progress) return;
    const auto& [source, target] = paces_;
    Progress progress{.relation = relation_,
                      .rows = std::min(source.rows(), target.rows()),
                      .part = std::min(source.part(), target.part()),
                      .taken = taken,
                      .left = std::nullopt};
    if (const auto on_source = source.Whole(), on_target = target.Whole(); on_source && on_target) {
      progress.left = std::max(std::max(*on_source, *on_target) - taken, Pace::Duration(0));
    }
    effort_.progress(progress);
  }

  const ReadPortion& read_;
  const Effort& effort_;
  const std::string relation_;
  const Clock::time_point start_ = Clock::now();
  std::atomic<bool> stopped_{false};
  std::mutex mutex_;  // guards paces_, and lets one thread show progress at a time
  PerSide<Pace> paces_;
};

}  // namespace

void ScanBoth(const Readers& readers, const ShapesPerSide& shapes, const ReadPortion& read,
              const Effort& effort) {
  Scan scan(readers, shapes, read, effort);
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
