// Records as they would be if they had been written at another time.
#pragma once

#include <chrono>
#include <string>

namespace gonogo::testing_support {

// Returns the text with every time in it (2026-02-21T09:30:00.123Z) moved by `by`.
std::string TimesMoved(const std::string& text, std::chrono::hours by);

}  // namespace gonogo::testing_support
