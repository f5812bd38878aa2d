// The progress of a copy, and an estimate of the time that is left.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <vector>

#include "fixtures/session/row_stream.h"
#include "stages/copy/relation_to_copy.h"

namespace gonogo {

// The progress of this run. Relations that earlier runs finished aren't counted.
struct CopyProgress {
  std::int64_t rows = 0;
  std::int64_t bytes = 0;  // of COPY data
  std::size_t relations_done = 0;
  std::size_t relations = 0;
  double part = 0;                           // of the whole, 0 to 1: an estimate
  std::optional<std::chrono::seconds> left;  // nothing if it is too early to tell
};
using ShowCopyProgress = std::function<void(const CopyProgress&)>;

// Adds up what several threads copy. Weighs each relation by its size on the source's disk.
class ProgressMeter {
 public:
  // `done`: relations that aren't copied. Calls `show`, unless it is empty, from the threads that
  // copy, one at a time.
  ProgressMeter(const std::vector<RelationToCopy>& relations, const std::set<std::size_t>& done,
                ShowCopyProgress show);

  void Moved(std::size_t relation, const Streamed& moved);
  void Finished(std::size_t relation);

 private:
  struct CopiedPart {
    std::int64_t weight = 0;
    std::int64_t expected_rows = 0;  // 0: unknown
    Streamed moved;
    bool finished = false;

    double Done() const;  // 0 to 1
  };

  void Show();

  ShowCopyProgress show_;
  std::mutex mutex_;  // guards the members below
  std::vector<CopiedPart> parts_;
  CopyProgress progress_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace gonogo
