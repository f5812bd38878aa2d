// Standard output, which holds a command's result: a result that couldn't be written is no result.
#include "app/standard_output.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <iostream>
#include <system_error>

namespace gonogo {
namespace {

bool IsClosed(int descriptor) { return fcntl(descriptor, F_GETFD) < 0 && errno == EBADF; }

// The streams don't keep errno. A device that was full may have space again.
std::string ReasonNow() {
  if (write(STDOUT_FILENO, "\n", 1) == 1) return "an earlier write failed";
  return std::generic_category().message(errno);
}

}  // namespace

void OpenClosedStandardStreams() {
  // In this order, because open returns the lowest descriptor that is free.
  if (IsClosed(STDIN_FILENO)) open("/dev/null", O_RDONLY);
  if (IsClosed(STDOUT_FILENO)) open("/dev/null", O_RDONLY);
  if (IsClosed(STDERR_FILENO)) open("/dev/null", O_WRONLY);
}

std::string OutputFailure() {
  std::cout.flush();
  if (std::cout.good() && std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return "";
  return ReasonNow();
}

}  // namespace gonogo
