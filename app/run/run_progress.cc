// The time of a check in the run before is shared evenly among its cases.
#include "app/run/run_progress.h"

#include <fmt/format.h>

#include "core/record/clocks.h"
#include "core/text/text.h"
#include "reporters/model/shown_text.h"

namespace gonogo {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kTooShort{2'000};  // for an estimate

}  // namespace

RunProgress::RunProgress(const std::vector<DeclaredCase>& declared)
    : count_(static_cast<std::int64_t>(declared.size())) {
  for (const DeclaredCase& one : declared) ++all_[one.check];
}

void RunProgress::AddDone(const std::string& check) {
  ++done_[check];
  ++count_done_;
}

std::optional<milliseconds> RunProgress::Left(milliseconds elapsed) const {
  if (elapsed < kTooShort || count_done_ == 0) return std::nullopt;
  if (earlier_.empty()) return elapsed * (count_ - count_done_) / count_done_;
  milliseconds left{0};
  for (const auto& [check, cases] : all_) {
    const auto took = earlier_.find(check);
    const auto done = done_.find(check);
    if (took == earlier_.end()) continue;
    left += took->second * (cases - (done == done_.end() ? 0 : done->second)) / cases;
  }
  return left;
}

std::string RunProgress::Line(const std::string& current, milliseconds elapsed) const {
  const auto left = Left(elapsed);
  return fmt::format("  ...    {} of {}  {} %{}  {}", Thousands(count_done_),
                     count_ == 1 ? "1 case" : Thousands(count_) + " cases",
                     count_ == 0 ? 100 : count_done_ * 100 / count_,
                     left ? fmt::format("  about {} left", DurationText(*left)) : "",
                     Printable(current));
}

}  // namespace gonogo
