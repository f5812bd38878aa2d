// Reads VmHWM, the "high water mark", in /proc/PID/status.
#include "tests/support/faults/peak_memory.h"

#include <unistd.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "tests/support/faults/marked_processes.h"

namespace gonogo::testing_support {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

// Returns 0 if the process has ended.
std::int64_t PeakKilobytesOf(int pid) {
  constexpr std::string_view kPeak = "VmHWM:";
  std::ifstream status("/proc/" + std::to_string(pid) + "/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(kPeak)) return std::stoll(line.substr(kPeak.size()));
  }
  return 0;
}

std::int64_t PeakKilobytesOfMarked(const std::string& mark) {
  std::int64_t most = 0;
  for (const MarkedProcess& one : ProcessesMarked(mark)) {
    if (!one.command.starts_with(GONOGO_PROGRAM)) continue;
    most = std::max(most, PeakKilobytesOf(one.pid));
  }
  return most;
}

}  // namespace

MeasuredRun RunMeasured(const Words& arguments, const Variables& environment) {
  const std::string mark = "measured-" + std::to_string(getpid());
  std::atomic<bool> is_over{false};
  std::int64_t most = 0;
  std::thread reader([&] {
    while (!is_over) {
      most = std::max(most, PeakKilobytesOfMarked(mark));
      std::this_thread::sleep_for(milliseconds(10));
    }
  });
  Words words = {GONOGO_PROGRAM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  Variables all = environment;
  all.insert({kMark, mark});
  const auto begin = steady_clock::now();
  MeasuredRun run;
  run.result = RunCommand({.words = words, .environment = all},
                          {.bounds = Bounds{.timeout = std::chrono::minutes(10)}});
  run.took = std::chrono::duration_cast<milliseconds>(steady_clock::now() - begin);
  is_over = true;
  reader.join();
  run.peak_megabytes = most / 1024;
  return run;
}

}  // namespace gonogo::testing_support
