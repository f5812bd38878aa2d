// Prints progress, and lines that stay. On a terminal, progress is a line that the next output
// replaces; it counts the seconds in which nothing new is reported. Elsewhere it is a line every
// 30 s, on standard error. So nobody takes long work for a hang.
#pragma once

#include <CLI/CLI.hpp>
#include <chrono>
#include <memory>
#include <mutex>
#include <ostream>
#include <string>

#include "compare/passes/scan.h"
#include "core/text/wrapped.h"
#include "fixtures/system/repeated.h"

namespace gonogo {

enum class ProgressMode { kNone, kBar, kPlain };

class ProgressDisplay {
 public:
  // `width`: columns of the terminal. A longer line would not be replaced as a whole.
  ProgressDisplay(std::ostream& out, ProgressMode mode, std::chrono::milliseconds every,
                  std::size_t width = kTerminalWidth);

  // Shows what is done now. "": nothing.
  void Show(const std::string& line);

  // Sets what is done while Show has nothing, and returns what it was. It is shown after an
  // interval without progress.
  std::string SetActivity(std::string activity);

  ProgressMode mode() const { return mode_; }

 private:
  using Clock = std::chrono::steady_clock;

  // Something that is done, since a time.
  struct Shown {
    std::string line;
    Clock::time_point since = Clock::now();
  };

  void StartHeartbeat();
  void Beat();
  void PrintPlain();
  void Draw(const std::string& line);

  std::ostream& out_;
  ProgressMode mode_;
  std::chrono::milliseconds every_;
  std::size_t width_;
  std::mutex mutex_;  // guards out_ and what follows
  Shown progress_;
  Shown activity_;
  Clock::time_point changed_ = Clock::now();
  bool is_drawn_ = false;                // whether the terminal shows a line
  std::unique_ptr<Repeated> heartbeat_;  // the last member, because it uses the others
};

// Adds --progress, which decides how this process shows progress.
void AddProgressOption(CLI::App& command);
// Returns its value for a child process: "auto".
const std::string& ProgressOption();

void ShowProgressLine(const std::string& line);
void ClearProgressLine();

// Says what is done as long as the object exists, for the times without progress. "": nothing.
class Activity {
 public:
  explicit Activity(const std::string& activity);
  Activity(const Activity&) = delete;
  Activity& operator=(const Activity&) = delete;
  ~Activity();

 private:
  std::string before_;
};

// Prints a line that stays: to standard output, or to standard error if that is kept for JSON.
void PrintLine(const std::string& line, bool json);

// Returns "  ...    users  1,204,000 rows  850,000/s  62 %  about 4 s left".
std::string Describe(const Progress& progress);

// Returns a function that shows the progress of a scan at most five times a second; null if nobody
// wants to see it.
ShowProgress ProgressLine();

}  // namespace gonogo
