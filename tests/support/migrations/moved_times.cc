// Moves times in the text of records.
#include "tests/support/migrations/moved_times.h"

#include "core/text/utc.h"

namespace gonogo::testing_support {

std::string TimesMoved(const std::string& text, std::chrono::hours by) {
  constexpr std::size_t kLength = 24;
  std::string moved;
  for (std::size_t at = 0; at < text.size();) {
    const auto time = ParseUtc(text.substr(at, kLength));
    moved += time ? UtcText(*time + by) : text.substr(at, 1);
    at += time ? kLength : 1;
  }
  return moved;
}

}  // namespace gonogo::testing_support
