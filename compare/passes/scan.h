// Reading all rows of a relation, range by range, with several sessions a side at once.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "compare/forms/relation_shape.h"
#include "fixtures/session/session.h"

namespace gonogo {

// Some blocks of one part. A statement for it says `condition`.
struct Range {
  std::size_t part = 0;
  std::int64_t first = 0;
  std::int64_t end = 0;
  std::string condition;  // on ctid; empty: the whole part
};

// Hands out the ranges of a relation to whoever asks, each once; their size follows from how long
// the last ones took, so that each is about `kRangeTime` of work.
class Ranges {
 public:
  static constexpr std::chrono::milliseconds kRangeTime{500};

  // `by_block`: the server finds blocks without reading those before (14 and newer).
  Ranges(const RelationShape& shape, bool by_block);

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

// What a scan tells of its progress: blocks done of all blocks, of both sides.
struct Progress {
  std::string relation;
  std::int64_t rows = 0;
  std::int64_t blocks = 0;
  std::int64_t all_blocks = 0;
  std::chrono::steady_clock::time_point start;
};
using ShowProgress = std::function<void(const Progress&)>;

// How hard the servers may be worked.
struct Effort {
  std::size_t jobs = 2;             // sessions a side
  std::int64_t max_load = 0;        // other active backends, above which to wait; 0: no limit
  ShowProgress progress = nullptr;  // called from several threads, one at a time
};

// One side of a scan. `read` is called for each range with the session to use, from several
// threads, and returns the number of rows read.
struct SideScan {
  const RelationShape& shape;
  bool by_block;
  std::vector<Session*> sessions;
  std::function<std::int64_t(Session&, const Range&)> read;
};

// Reads both sides at once, to the end. Throws what `read` throws first, after all have stopped.
void ScanBoth(const SideScan& source, const SideScan& target, const Effort& effort);

}  // namespace gonogo
