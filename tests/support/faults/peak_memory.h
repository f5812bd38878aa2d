// The most memory that a gonogo took which a test ran.
#pragma once

#include <chrono>
#include <cstdint>

#include "tests/support/gonogo_program.h"

namespace gonogo::testing_support {

struct MeasuredRun {
  ProcessResult result;
  std::int64_t peak_megabytes = 0;  // of resident memory
  std::chrono::milliseconds took{0};
};

// Runs gonogo, and asks the kernel again and again for its peak. What it takes in its last
// hundredth of a second isn't seen. Ends it after ten minutes.
MeasuredRun RunMeasured(const Words& arguments, const Variables& environment = {});

}  // namespace gonogo::testing_support
