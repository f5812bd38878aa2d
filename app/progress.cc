// Prints progress. Percentage and time left follow from blocks, because the number of rows isn't
// known before a table has been read.
#include "app/progress.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cmath>
#include <iostream>
#include <utility>

#include "core/record/clocks.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds kInterval{200};
constexpr milliseconds kHeartbeat{30'000};
constexpr milliseconds kTick{1'000};     // of a terminal
constexpr double kMinimumSeconds = 1.0;  // an earlier estimate would be a guess
constexpr const char* kAuto = "auto";

std::string& ChosenProgress() {
  static std::string chosen = kAuto;
  return chosen;
}

ProgressMode ModeNamed(const std::string& name) {
  if (name == "none") return ProgressMode::kNone;
  const bool on_terminal = isatty(STDERR_FILENO) == 1 && isatty(STDOUT_FILENO) == 1;
  return name == kAuto && on_terminal ? ProgressMode::kBar : ProgressMode::kPlain;
}

// Counts the seconds of a minute, too: a number that doesn't change looks like a hang.
std::string ExactTimeSince(Clock::time_point start) {
  const auto seconds =
      std::chrono::duration_cast<std::chrono::seconds>(Clock::now() - start).count();
  if (seconds < 60) return fmt::format("{} s", seconds);
  return fmt::format("{} min {} s", seconds / 60, seconds % 60);
}

std::size_t TerminalWidth() {
  winsize size{};
  const bool is_known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return is_known ? size.ws_col : kTerminalWidth;
}

// Made at the first use, when the options are known.
ProgressDisplay& Display() {
  static const ProgressMode mode = ModeNamed(ChosenProgress());
  static ProgressDisplay display(std::cerr, mode, mode == ProgressMode::kBar ? kTick : kHeartbeat,
                                 TerminalWidth());
  return display;
}

std::string TimeSince(Clock::time_point start) {
  return DurationText(std::chrono::duration_cast<milliseconds>(Clock::now() - start));
}

// 1204000 -> 1,204,000
std::string Grouped(std::int64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t end = digits.size(); end > 3; end -= 3) digits.insert(end - 3, ",");
  return digits;
}

}  // namespace

ProgressDisplay::ProgressDisplay(std::ostream& out, ProgressMode mode, milliseconds every,
                                 std::size_t width)
    : out_(out), mode_(mode), every_(every), width_(width) {}

void ProgressDisplay::Show(const std::string& line) {
  if (mode_ == ProgressMode::kNone) return;
  const std::scoped_lock lock(mutex_);
  changed_ = Clock::now();
  if (progress_.line.empty()) progress_.since = changed_;
  progress_.line = line;
  if (mode_ == ProgressMode::kBar) Draw(line);
  if (!line.empty()) StartHeartbeat();
}

std::string ProgressDisplay::SetActivity(std::string activity) {
  const std::scoped_lock lock(mutex_);
  const std::string before = std::exchange(activity_, {std::move(activity)}).line;
  const bool shows_before = is_drawn_ && progress_.line.empty();
  if (shows_before) Draw("");
  if (mode_ != ProgressMode::kNone && !activity_.line.empty()) StartHeartbeat();
  return before;
}

// Replaces the line on the terminal. Leaves its last column free: some terminals begin a new line
// there.
void ProgressDisplay::Draw(const std::string& line) {
  out_ << "\r\033[K" << CutTo(line, width_ - 1) << std::flush;
  is_drawn_ = !line.empty();
}

void ProgressDisplay::StartHeartbeat() {
  if (!heartbeat_) heartbeat_ = std::make_unique<Repeated>(every_, [this] { Beat(); });
}

void ProgressDisplay::Beat() {
  const std::scoped_lock lock(mutex_);
  if (mode_ == ProgressMode::kPlain) return PrintPlain();
  const Shown& shown = progress_.line.empty() ? activity_ : progress_;
  if (shown.line.empty() || Clock::now() - changed_ < every_) return;
  const std::string after = "  after " + ExactTimeSince(shown.since);
  Draw(CutTo(shown.line, width_ - 1 - after.size()) + after);
}

void ProgressDisplay::PrintPlain() {
  const bool is_silent = Clock::now() - changed_ >= every_;
  const Shown& shown = progress_.line.empty() && is_silent ? activity_ : progress_;
  if (shown.line.empty()) return;
  out_ << fmt::format("{}  after {}\n", shown.line, TimeSince(shown.since)) << std::flush;
}

void AddProgressOption(CLI::App& command) {
  command
      .add_option(
          "--progress", ChosenProgress(),
          "auto: a line that changes on a terminal, else plain; plain: a line every 30 s on "
          "standard error; none")
      ->check(CLI::IsMember({kAuto, "plain", "none"}))
      ->capture_default_str()
      ->option_text("HOW");
}

const std::string& ProgressOption() { return ChosenProgress(); }

void ShowProgressLine(const std::string& line) { Display().Show(line); }

void ClearProgressLine() { ShowProgressLine(""); }

Activity::Activity(const std::string& activity) : before_(Display().SetActivity(activity)) {}

Activity::~Activity() { Display().SetActivity(before_); }

std::string Describe(const Progress& progress) {
  const std::string read = fmt::format("  ...    {}  {} {}", Printable(progress.relation),
                                       Grouped(progress.rows), progress.rows == 1 ? "row" : "rows");
  const double seconds = progress.taken.count();
  if (seconds < kMinimumSeconds || !progress.left) return read;
  const auto rate = std::llround(static_cast<double>(progress.rows) / seconds);
  return fmt::format("{}  {}/s  {} %  about {} left", read, Grouped(rate),
                     static_cast<int>(progress.part * 100),
                     DurationText(std::chrono::round<milliseconds>(*progress.left)));
}

void PrintLine(const std::string& line, bool json) {
  ClearProgressLine();
  const bool is_terminal = isatty(json ? STDERR_FILENO : STDOUT_FILENO) == 1;
  (json ? std::cerr : std::cout) << (is_terminal ? WrappedLines(line) : line) << std::endl;
}

ShowProgress ProgressLine() {
  if (Display().mode() == ProgressMode::kNone) return nullptr;
  return [shown = std::make_shared<Clock::time_point>()](const Progress& progress) {
    const auto now = Clock::now();
    if (now - *shown < kInterval) return;
    *shown = now;
    ShowProgressLine(Describe(progress));
  };
}

}  // namespace gonogo
