// Prints progress. The time left is estimated from the blocks read so far on both sides, because
// the number of rows isn't known before a table has been read.
#include "app/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cmath>
#include <iostream>
#include <memory>

#include "core/text/text.h"

namespace gonogo {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kInterval{200};
constexpr double kMinimumSeconds = 1.0;  // an earlier estimate would be a guess

bool OnTerminal() {
  static const bool on_terminal = isatty(STDERR_FILENO) == 1 && isatty(STDOUT_FILENO) == 1;
  return on_terminal;
}

// 1204000 -> 1,204,000
std::string Grouped(std::int64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t end = digits.size(); end > 3; end -= 3) digits.insert(end - 3, ",");
  return digits;
}

}  // namespace

void ShowProgressLine(const std::string& line) {
  if (OnTerminal()) std::cerr << "\r\033[K" << line << std::flush;
}

void ClearProgressLine() { ShowProgressLine(""); }

std::string Describe(const Progress& progress, Clock::time_point now) {
  const double seconds = std::chrono::duration<double>(now - progress.start).count();
  const std::string read = fmt::format("  ...    {}  {} {}", Printable(progress.relation),
                                       Grouped(progress.rows), progress.rows == 1 ? "row" : "rows");
  if (seconds < kMinimumSeconds || progress.blocks == 0) return read;
  const auto rate = static_cast<std::int64_t>(static_cast<double>(progress.rows) / seconds);
  const double done =
      static_cast<double>(progress.blocks) / static_cast<double>(progress.all_blocks);
  return fmt::format("{}  {} rows/s  {} %  about {} s left", read, Grouped(rate),
                     static_cast<int>(done * 100), Grouped(std::llround(seconds / done - seconds)));
}

void PrintLine(const std::string& line, bool json) {
  ClearProgressLine();
  (json ? std::cerr : std::cout) << line << std::endl;
}

ShowProgress ProgressLine() {
  if (!OnTerminal()) return nullptr;
  return [shown = std::make_shared<Clock::time_point>()](const Progress& progress) {
    const auto now = Clock::now();
    if (now - *shown < kInterval) return;
    *shown = now;
    ShowProgressLine(Describe(progress, now));
  };
}

}  // namespace gonogo
