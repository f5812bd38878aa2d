// Rereads rows that differ, by key and in new snapshots, until they are equal or time is up.
//
// While the application writes to both sides, a row that differs may just lag behind.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "compare/comparison.h"

namespace gonogo {

// Keys of rows that differ. Their rows are compared by digests, so that memory doesn't grow with
// them.
class Suspects {
 public:
  void Add(std::vector<Value> key);

  // Returns true if the differences are too many to be lag, or their keys too long for memory.
  bool too_many() const { return rows_ > kMostRows || bytes_ > kMostBytes; }
  bool empty() const { return rows_ == 0; }
  // Returns how many rows of each key differ.
  const std::map<std::vector<Value>, std::int64_t>& keys() const { return keys_; }

 private:
  static constexpr std::int64_t kMostRows = 10'000;
  static constexpr std::size_t kMostBytes = 32'000'000;

  std::map<std::vector<Value>, std::int64_t> keys_;
  std::int64_t rows_ = 0;
  std::size_t bytes_ = 0;
};

// Rereads the rows of these keys at growing intervals for `duration`. Rows that become equal are
// counted as converged instead of different. Rows that still change in the second half of that time
// are marked as unsettled. Counts the rows that remain, and passes them on as the options say.
// Throws DatabaseError.
void Recheck(Pair& pair, const PerSide<const RelationShape&>& shapes,
             const ComparedRelation& relation, const Suspects& suspects,
             const ComparisonOptions& options, Comparison& comparison);

}  // namespace gonogo
