// Prints progress. Percentage and time left follow from blocks, because the number of rows isn't
// known before a table has been read.
#include "app/progress.h"

#include <fmt/format.h>
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

// Made at the first use, when the options are known.
ProgressDisplay& Display() {
  static ProgressDisplay display(std::cerr, ModeNamed(ChosenProgress()), kHeartbeat);
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

ProgressDisplay::ProgressDisplay(std::ostream& out, ProgressMode mode, milliseconds every)
    : out_(out), mode_(mode), every_(every) {}

void ProgressDisplay::Show(const std::string& line) {
  if (mode_ == ProgressMode::kNone) return;
  const std::scoped_lock lock(mutex_);
  changed_ = Clock::now();
  if (progress_.line.empty()) progress_.since = changed_;
  progress_.line = line;
  if (mode_ == ProgressMode::kBar) {
    out_ << "\r\033[K" << line << std::flush;
  } else if (!line.empty()) {
    StartHeartbeat();
  }
}

std::string ProgressDisplay::SetActivity(std::string activity) {
  const std::scoped_lock lock(mutex_);
  const std::string before = std::exchange(activity_, {std::move(activity)}).line;
  if (mode_ == ProgressMode::kPlain && !activity_.line.empty()) StartHeartbeat();
  return before;
}

void ProgressDisplay::StartHeartbeat() {
  if (!heartbeat_) heartbeat_ = std::make_unique<Repeated>(every_, [this] { PrintPlain(); });
}

void ProgressDisplay::PrintPlain() {
  const std::scoped_lock lock(mutex_);
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
  (json ? std::cerr : std::cout) << line << std::endl;
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
