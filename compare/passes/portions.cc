#include "compare/passes/portions.h"

#include <algorithm>
#include <cmath>

namespace gonogo {
namespace {

constexpr std::int64_t kFirstBlocks = 4'096;  // 32 MB: takes less than a second on today's disks
constexpr std::int64_t kFewestBlocks = 256;
constexpr std::int64_t kFewestAtTheEnd = 1'024;
// A portion at the end takes at least this part of the time of a whole one: what a statement costs
// beside reading, some milliseconds, is then a hundredth of it.
constexpr std::int64_t kShortestPart = 8;
constexpr std::int64_t kMostBlocks = 1'048'576;

// A statement locks all that it reads until it ends. So much takes a moment, and leaves room in the
// lock table of a server with default settings.
constexpr std::size_t kMostRanges = 100;
constexpr std::int64_t kMostTogether = 2'048;
// What it takes to plan and start to read one more part, in blocks that are read meanwhile.
constexpr std::int64_t kBlocksOfStart = 8;

std::string Tid(std::int64_t block) { return "'(" + std::to_string(block) + ",0)'::tid"; }

// How many blocks are read for one of the part: its rows' long values are in the TOAST table.
double BlocksForOne(const Part& part) {
  const auto blocks = static_cast<double>(std::max<std::int64_t>(part.blocks, 1));
  return 1 + static_cast<double>(part.toast_blocks) / blocks;
}

std::int64_t CostOfBlocks(const Part& part, std::int64_t blocks) {
  return kBlocksOfStart + std::llround(static_cast<double>(blocks) * BlocksForOne(part));
}

std::int64_t CostOfAll(const std::vector<const RelationShape*>& shapes) {
  std::int64_t cost = 0;
  for (const RelationShape* shape : shapes) {
    for (const Part& part : shape->parts) cost += CostOfBlocks(part, part.blocks);
  }
  return cost;
}

}  // namespace

Portions::Portions(std::vector<const RelationShape*> shapes, bool by_block, std::size_t threads,
                   std::chrono::milliseconds time)
    : shapes_(std::move(shapes)),
      by_block_(by_block),
      threads_(threads),
      time_(time),
      size_(kFirstBlocks),
      left_(CostOfAll(shapes_)) {
  SkipRelationsWithoutParts();
}

void Portions::SkipRelationsWithoutParts() {
  while (!AtEnd() && shapes_[relation_]->parts.empty()) ++relation_;
}

void Portions::ToNextPart() {
  block_ = 0;
  if (++part_ < shapes_[relation_]->parts.size()) return;
  part_ = 0;
  ++relation_;
  SkipRelationsWithoutParts();
}

// Returns half of a thread's share of what is left, so that no thread still reads when the others
// have long ended.
std::int64_t Portions::MostBlocks() const {
  if (threads_ == 1) return size_;
  const std::int64_t share = left_ / static_cast<std::int64_t>(2 * threads_);
  return std::min(size_, std::max({share, size_ / kShortestPart, kFewestAtTheEnd}));
}

std::int64_t Portions::CostOf(const Portion& portion) const {
  std::int64_t cost = 0;
  for (const Range& range : portion) {
    const Part& part = shapes_[range.relation]->parts[range.part];
    cost += CostOfBlocks(part, range.end - range.first);
  }
  return cost;
}

Range Portions::Cut(std::int64_t most) {
  const Part& part = shapes_[relation_]->parts[part_];
  Range range{.relation = relation_, .part = part_, .first = block_, .end = part.blocks};
  if (range.first > 0) range.condition = "ctid OPERATOR(pg_catalog.>=) " + Tid(range.first);
  const auto blocks = std::max<std::int64_t>(
      1, static_cast<std::int64_t>(static_cast<double>(most) / BlocksForOne(part)));
  if (!by_block_ || part.blocks - block_ <= blocks) {
    // The last range has no end, because the file may have grown since it was measured.
    ToNextPart();
    return range;
  }
  range.end = block_ + blocks;
  range.condition = "ctid OPERATOR(pg_catalog.>=) " + Tid(range.first) +
                    " AND ctid OPERATOR(pg_catalog.<) " + Tid(range.end);
  block_ = range.end;
  return range;
}

Portion Portions::Next() {
  const std::scoped_lock lock(mutex_);
  const std::int64_t most = MostBlocks();
  Portion portion;
  std::int64_t cost = 0;
  while (!AtEnd() && portion.size() < kMostRanges) {
    const Part& part = shapes_[relation_]->parts[part_];
    const std::int64_t more = CostOfBlocks(part, part.blocks - block_);
    if (!portion.empty() && cost + more > std::min(most, kMostTogether)) break;
    portion.push_back(Cut(most));
    cost = CostOf(portion);
    if (cost >= most) break;
  }
  left_ -= cost;
  return portion;
}

void Portions::Took(const Portion& portion, std::chrono::steady_clock::duration time) {
  const std::scoped_lock lock(mutex_);
  const double ratio =
      std::chrono::duration<double>(time_) / std::max(time, std::chrono::steady_clock::duration(1));
  const auto ideal = static_cast<double>(CostOf(portion)) * ratio;
  // A short portion tells little about speed, so one step changes the size at most fourfold.
  const auto bound =
      std::clamp(ideal, static_cast<double>(size_) / 4, static_cast<double>(size_) * 4);
  size_ = std::clamp(static_cast<std::int64_t>(bound), kFewestBlocks, kMostBlocks);
}

}  // namespace gonogo
