// Reads all rows of a relation on both sides, range by range, with several sessions per side.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "compare/forms/relation_shape.h"
#include "core/values/side.h"
#include "fixtures/session/session.h"

namespace gonogo {

// Some blocks of one part. A statement that reads the range uses `condition`.
struct Range {
  std::size_t part = 0;
  std::int64_t first = 0;
  std::int64_t end = 0;
  std::string condition;  // on ctid; empty: the whole part
};

// Hands out the ranges of a relation, each once, to any number of threads. The size of the next
// range follows from the time that the last ones took, so that each takes about `kRangeTime`.
class Ranges {
 public:
  static constexpr std::chrono::milliseconds kRangeTime{500};

  // `by_block`: the server finds blocks without reading those before them (14 and newer).
  Ranges(const RelationShape& shape, bool by_block);

  // Returns nothing when every range has been handed out.
  std::optional<Range> Next();
  void Took(const Range& range, std::chrono::steady_clock::duration time);

 private:
  const RelationShape& shape_;
  bool by_block_;
  std::mutex mutex_;  // guards what follows
  std::size_t part_ = 0;
  std::int64_t block_ = 0;
  std::int64_t size_;
};

// The progress of a scan: blocks read of all blocks, of both sides.
struct Progress {
  std::string relation;
  std::int64_t rows = 0;
  std::int64_t blocks = 0;
  std::int64_t all_blocks = 0;
  std::chrono::steady_clock::time_point start;
};
using ShowProgress = std::function<void(const Progress&)>;

// How much load a scan may put on the servers.
struct Effort {
  std::size_t jobs = 2;             // sessions per side
  std::int64_t max_load = 0;        // waits while more other backends are active; 0: no limit
  ShowProgress progress = nullptr;  // called from several threads, one at a time
};

// What a scan needs of one side.
struct ScannedSide {
  const RelationShape& shape;
  bool by_block;  // see Ranges
  std::vector<Session*> sessions;
};

// Reads one range on one side and returns the number of its rows. Called from several threads.
using ReadRange = std::function<std::int64_t(SideName, Session&, const Range&)>;

// Reads both sides at the same time, to the end. If `read` throws, all threads stop, and the first
// exception is thrown.
void ScanBoth(const PerSide<ScannedSide>& sides, const ReadRange& read, const Effort& effort);

}  // namespace gonogo
