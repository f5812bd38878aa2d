// The time that is left follows from the blocks read until now, of both sides: it is what is known
// before a table has been counted.
#include "app/progress.h"

#include <unistd.h>

#include <cmath>
#include <iostream>
#include <memory>

#include "core/text/text.h"

namespace gonogo {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kPace{200};
constexpr double kTooSoon = 1.0;  // seconds; before that an estimate is a guess

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

void ShowLine(const std::string& line) {
  if (OnTerminal()) std::cerr << "\r\033[K" << line << std::flush;
}

void ClearLine() { ShowLine(""); }

std::string Describe(const Progress& progress, Clock::time_point now) {
  const double seconds = std::chrono::duration<double>(now - progress.start).count();
  std::string words = "  ...    " + Printable(progress.relation) + "  " + Grouped(progress.rows) +
                      (progress.rows == 1 ? " row" : " rows");
  if (seconds < kTooSoon || progress.blocks == 0) return words;
  const auto rate = static_cast<std::int64_t>(static_cast<double>(progress.rows) / seconds);
  const double done =
      static_cast<double>(progress.blocks) / static_cast<double>(progress.all_blocks);
  const auto left = std::llround(seconds / done - seconds);
  return words + "  " + Grouped(rate) + " rows/s  " + std::to_string(static_cast<int>(done * 100)) +
         " %  about " + Grouped(left) + " s left";
}

void SayLine(const std::string& line, bool json) {
  ClearLine();
  (json ? std::cerr : std::cout) << line << std::endl;
}

ShowProgress ProgressLine() {
  if (!OnTerminal()) return nullptr;
  return [shown = std::make_shared<Clock::time_point>()](const Progress& progress) {
    const auto now = Clock::now();
    if (now - *shown < kPace) return;
    *shown = now;
    ShowLine(Describe(progress, now));
  };
}

}  // namespace gonogo
