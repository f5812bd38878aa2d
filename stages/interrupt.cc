// A signal handler may do next to nothing: it counts and writes a byte to a pipe, from which a
// thread learns of it. Handlers, unlike a blocked mask, are not inherited by started programs.
#include "stages/interrupt.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <mutex>
#include <system_error>

namespace gonogo {
namespace {

constexpr char kSignal = 's';
constexpr char kEnd = 'e';
constexpr std::array<int, 3> kSignals = {SIGINT, SIGTERM, SIGHUP};

// A handler has no parameters of ours, so what it touches must be global.
std::atomic<int> signals_seen{0};
std::atomic<int> pipe_end{-1};

std::mutex cancel_mutex;
std::function<void()> cancel_now;  // guarded by cancel_mutex

void Cancel() {
  const std::scoped_lock lock(cancel_mutex);
  if (cancel_now) cancel_now();
}

void Handle(int) {
  if (++signals_seen > 1) _exit(kExitInterrupted);
  [[maybe_unused]] const auto written = write(pipe_end, &kSignal, 1);
}

void SetHandlers(void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART;
  for (const int signal : kSignals) sigaction(signal, &action, nullptr);
}

}  // namespace

InterruptWatch::InterruptWatch() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) {
    throw std::system_error(errno, std::generic_category(), "no pipe");
  }
  pipe_end = ends[1];
  thread_ = std::thread([read_end = ends[0]] {
    char byte = kEnd;
    while (read(read_end, &byte, 1) == 1 && byte == kSignal) Cancel();
    close(read_end);
  });
  SetHandlers(Handle);
}

InterruptWatch::~InterruptWatch() {
  SetHandlers(SIG_DFL);
  [[maybe_unused]] const auto written = write(pipe_end, &kEnd, 1);
  thread_.join();
  close(pipe_end.exchange(-1));
}

OnInterrupt::OnInterrupt(std::function<void()> cancel) {
  {
    const std::scoped_lock lock(cancel_mutex);
    cancel_now = std::move(cancel);
  }
  if (WasInterrupted()) Cancel();
}

OnInterrupt::~OnInterrupt() {
  const std::scoped_lock lock(cancel_mutex);
  cancel_now = nullptr;
}

bool WasInterrupted() { return signals_seen > 0; }

void ThrowIfInterrupted() {
  if (WasInterrupted()) throw Interrupted();
}

}  // namespace gonogo
