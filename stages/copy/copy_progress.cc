// Statistics may be old: a relation with more rows than they say stays at 99 % until it is
// finished.
#include "stages/copy/copy_progress.h"

#include <algorithm>
#include <cmath>

namespace gonogo {
namespace {

constexpr double kAlmostDone = 0.99;
constexpr double kTooEarly = 1.0;  // seconds; before that an estimate is a guess

}  // namespace

ProgressMeter::ProgressMeter(const std::vector<RelationToCopy>& relations,
                             const std::set<std::size_t>& done, ShowCopyProgress show)
    : show_(std::move(show)) {
  for (std::size_t i = 0; i < relations.size(); ++i) {
    CopiedPart& part = parts_.emplace_back();
    if (done.contains(i)) continue;
    constexpr std::int64_t kLeastWeight = 8'192;  // an empty relation takes time too
    part.weight = std::max(relations[i].bytes, kLeastWeight);
    part.expected_rows = relations[i].rows.value_or(0);
    ++progress_.relations;
  }
}

double ProgressMeter::CopiedPart::Done() const {
  if (finished) return 1;
  const double done = expected_rows > 0
                          ? static_cast<double>(moved.rows) / static_cast<double>(expected_rows)
                          : static_cast<double>(moved.bytes) / static_cast<double>(weight);
  return std::min(done, kAlmostDone);
}

void ProgressMeter::Moved(std::size_t relation, const Streamed& moved) {
  const std::scoped_lock lock(mutex_);
  CopiedPart& part = parts_.at(relation);
  part.moved.rows += moved.rows;
  part.moved.bytes += moved.bytes;
  progress_.rows += moved.rows;
  progress_.bytes += moved.bytes;
  Show();
}

void ProgressMeter::Finished(std::size_t relation) {
  const std::scoped_lock lock(mutex_);
  parts_.at(relation).finished = true;
  ++progress_.relations_done;
  Show();
}

void ProgressMeter::Show() {
  if (!show_) return;
  double all = 0;
  double done = 0;
  for (const CopiedPart& part : parts_) {
    const auto weight = static_cast<double>(part.weight);
    all += weight;
    if (part.weight > 0) done += weight * part.Done();
  }
  progress_.part = all > 0 ? done / all : 1;
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start_;
  progress_.left.reset();
  if (taken.count() >= kTooEarly && progress_.part > 0) {
    progress_.left =
        std::chrono::seconds(std::llround(taken.count() / progress_.part * (1 - progress_.part)));
  }
  show_(progress_);
}

}  // namespace gonogo
