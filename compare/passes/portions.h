// Divides relations into portions, each of which one statement reads.
//
// The servers are in production. Short statements hold locks only briefly and let an interrupt take
// effect soon. Small tables share a statement, because a distant server takes longer to answer than
// to read them.
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

#include "compare/forms/relation_shape.h"

namespace gonogo {

// Some blocks of one part of a relation. A statement that reads the range uses `condition`.
struct Range {
  std::size_t relation = 0;  // its position among the relations that are read
  std::size_t part = 0;
  std::int64_t first = 0;
  std::int64_t end = 0;
  std::string condition;  // on ctid; empty: the whole part
};

// What one statement reads: a range of a large part, or any number of small parts.
using Portion = std::vector<Range>;

// Hands out the portions of relations, each once, to any number of threads. The size of the next
// one follows from the time that the last ones took.
class Portions {
 public:
  // How long to aim for. Longer statements save little.
  static constexpr std::chrono::milliseconds kLongestTime{2'000};

  // `by_block`: the server finds blocks without reading those before them (14 and newer).
  // `threads`: how many read; portions at the end are smaller, so that they end together. `time`:
  // how long one should take.
  Portions(std::vector<const RelationShape*> shapes, bool by_block, std::size_t threads,
           std::chrono::milliseconds time = kLongestTime);

  // Returns an empty portion when every one has been handed out.
  Portion Next();
  void Took(const Portion& portion, std::chrono::steady_clock::duration time);

 private:
  bool AtEnd() const { return relation_ == shapes_.size(); }
  void ToNextPart();
  void SkipRelationsWithoutParts();
  std::int64_t MostBlocks() const;
  Range Cut(std::int64_t most);
  std::int64_t CostOf(const Portion& portion) const;

  std::vector<const RelationShape*> shapes_;
  bool by_block_;
  std::size_t threads_;
  std::chrono::milliseconds time_;
  std::mutex mutex_;  // guards what follows
  std::size_t relation_ = 0;
  std::size_t part_ = 0;
  std::int64_t block_ = 0;
  // In blocks, with those of TOAST tables and what it takes to start with a part.
  std::int64_t size_;  // of a portion
  std::int64_t left_;  // what hasn't been handed out
};

}  // namespace gonogo
