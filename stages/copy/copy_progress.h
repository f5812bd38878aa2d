// How far a copy has come, and how long it will still take.
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

// Of this run: what an earlier one has finished is not counted.
struct CopyProgress {
  std::int64_t rows = 0;
  std::int64_t bytes = 0;  // as they crossed the network
  std::size_t relations_done = 0;
  std::size_t relations = 0;
  double part = 0;                           // of the whole, 0 to 1: an estimate
  std::optional<std::chrono::seconds> left;  // nothing: too soon to tell
};
using ShowCopyProgress = std::function<void(const CopyProgress&)>;

// Adds up what several threads move; each relation weighs what it takes on the source's disk.
class ProgressMeter {
 public:
  // `done`: relations that will not be moved. `show`, if any, is called by whoever moves something,
  // one at a time.
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
  std::mutex mutex_;  // guards what follows
  std::vector<CopiedPart> parts_;
  CopyProgress progress_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace gonogo
