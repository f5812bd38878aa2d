// Runs one thread per session, each of which reads one short range after another.
//
// The servers are in production. Short ranges keep every statement short and let an interrupt take
// effect soon. At most `jobs` statements run on a side at once.
#include "compare/passes/scan.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <thread>

#include "fixtures/session/own_sessions.h"
#include "sql/compare.h"

namespace gonogo {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::int64_t kFirstBlocks = 4'096;  // 32 MB: takes less than kRangeTime on today's disks
constexpr std::int64_t kFewestBlocks = 256;
constexpr std::int64_t kMostBlocks = 1'048'576;
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

// What all threads of one scan share.
class Scan {
 public:
  Scan(const PerSide<ScannedSide>& sides, const ReadRange& read, const Effort& effort)
      : read_(read), effort_(effort) {
    progress_.relation = QuotedName(sides.source.shape.name);
    progress_.all_blocks = sides.source.shape.blocks() + sides.target.shape.blocks();
    progress_.start = Clock::now();
  }

  void Work(SideName side, Session& session, Ranges& ranges) {
    try {
      while (!stopped_) {
        AwaitQuiet(session, effort_.max_load);
        const auto range = ranges.Next();
        if (!range) return;
        const auto start = Clock::now();
        const std::int64_t rows = read_(side, session, *range);
        ranges.Took(*range, Clock::now() - start);
        Report(rows, range->end - range->first);
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

  const ReadRange& read_;
  const Effort& effort_;
  std::atomic<bool> stopped_{false};
  std::mutex mutex_;  // guards what follows
  Progress progress_;
};

std::string Tid(std::int64_t block) { return "'(" + std::to_string(block) + ",0)'::tid"; }

}  // namespace

Ranges::Ranges(const RelationShape& shape, bool by_block)
    : shape_(shape), by_block_(by_block), size_(kFirstBlocks) {}

std::optional<Range> Ranges::Next() {
  const std::scoped_lock lock(mutex_);
  if (part_ >= shape_.parts.size()) return {};
  const std::int64_t blocks = shape_.parts[part_].blocks;
  Range range{.part = part_, .first = block_, .end = std::min(block_ + size_, blocks)};
  if (!by_block_ || range.end == blocks) {
    // The last range has no end, because the file may have grown since it was measured.
    range.end = blocks;
    if (by_block_ && range.first > 0)
      range.condition = "ctid OPERATOR(pg_catalog.>=) " + Tid(range.first);
    ++part_;
    block_ = 0;
  } else {
    range.condition = "ctid OPERATOR(pg_catalog.>=) " + Tid(range.first) +
                      " AND ctid OPERATOR(pg_catalog.<) " + Tid(range.end);
    block_ = range.end;
  }
  return range;
}

void Ranges::Took(const Range& range, Clock::duration time) {
  const std::scoped_lock lock(mutex_);
  const double ratio =
      std::chrono::duration<double>(kRangeTime) / std::max(time, Clock::duration(1));
  const auto ideal = static_cast<double>(range.end - range.first) * ratio;
  // The short last range of a part tells little about speed, so one step changes the size at most
  // fourfold.
  const auto bound =
      std::clamp(ideal, static_cast<double>(size_) / 4, static_cast<double>(size_) * 4);
  size_ = std::clamp(static_cast<std::int64_t>(bound), kFewestBlocks, kMostBlocks);
}

void ScanBoth(const PerSide<ScannedSide>& sides, const ReadRange& read, const Effort& effort) {
  Scan scan(sides, read, effort);
  PerSide<Ranges> ranges{{sides.source.shape, sides.source.by_block},
                         {sides.target.shape, sides.target.by_block}};
  std::vector<std::future<void>> workers;
  for (const SideName side : kBothSides) {
    for (Session* const session : sides[side].sessions) {
      workers.push_back(std::async(std::launch::async, [&scan, &ranges, side, session] {
        scan.Work(side, *session, ranges[side]);
      }));
    }
  }
  for (auto& worker : workers) worker.wait();
  for (auto& worker : workers) worker.get();
}

}  // namespace gonogo
