#include "compare/passes/portions.h"

#include <algorithm>

namespace gonogo {
namespace {

constexpr std::int64_t kFirstBlocks = 4'096;  // 32 MB: takes less than a second on today's disks
constexpr std::int64_t kFewestBlocks = 256;
constexpr std::int64_t kFewestAtTheEnd = 1'024;
constexpr std::int64_t kMostBlocks = 1'048'576;

// A statement locks all that it reads, with indexes. This leaves room in the lock table of a server
// with default settings.
constexpr std::size_t kMostRanges = 100;
// What it takes to plan and start to read one more part, in blocks that are read meanwhile.
constexpr std::int64_t kBlocksOfStart = 8;

std::string Tid(std::int64_t block) { return "'(" + std::to_string(block) + ",0)'::tid"; }

std::int64_t CostOf(std::int64_t blocks) { return blocks + kBlocksOfStart; }

std::int64_t CostOf(const Portion& portion) {
  std::int64_t cost = 0;
  for (const Range& range : portion) cost += CostOf(range.end - range.first);
  return cost;
}

std::int64_t CostOf(const std::vector<const RelationShape*>& shapes) {
  std::int64_t cost = 0;
  for (const RelationShape* shape : shapes) {
    for (const Part& part : shape->parts) cost += CostOf(part.blocks);
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
      left_(CostOf(shapes_)) {
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

// Half of a thread's share of what is left, so that no thread still reads when the others have long
// ended.
std::int64_t Portions::MostBlocks() const {
  if (threads_ == 1) return size_;
  const std::int64_t share = left_ / static_cast<std::int64_t>(2 * threads_);
  return std::min(size_, std::max(share, kFewestAtTheEnd));
}

Range Portions::Cut(std::int64_t most_blocks) {
  const std::int64_t blocks = shapes_[relation_]->parts[part_].blocks;
  Range range{.relation = relation_, .part = part_, .first = block_, .end = blocks};
  if (range.first > 0) range.condition = "ctid OPERATOR(pg_catalog.>=) " + Tid(range.first);
  if (!by_block_ || blocks - block_ <= most_blocks) {
    // The last range has no end, because the file may have grown since it was measured.
    ToNextPart();
    return range;
  }
  range.end = block_ + most_blocks;
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
    const std::int64_t rest = shapes_[relation_]->parts[part_].blocks - block_;
    if (!portion.empty() && cost + CostOf(rest) > most) break;
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
