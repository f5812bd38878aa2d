// A relation may have grown since its blocks were counted, so a part is at most 1.
#include "compare/passes/pace.h"

#include <algorithm>

namespace gonogo {

Pace::Pace(std::int64_t blocks, std::size_t threads)
    : all_blocks_(blocks), threads_(std::max<std::size_t>(threads, 1)) {}

void Pace::Count(std::int64_t rows, std::int64_t blocks, Duration took) {
  rows_ += rows;
  blocks_ += blocks;
  took_ += took;
}

double Pace::part() const {
  if (all_blocks_ == 0) return 1;
  return std::min(1.0, static_cast<double>(blocks_) / static_cast<double>(all_blocks_));
}

std::optional<Pace::Duration> Pace::Whole() const {
  if (all_blocks_ == 0) return Duration{0};
  if (blocks_ == 0) return std::nullopt;
  return took_ / part() / static_cast<double>(threads_);
}

}  // namespace gonogo
