// The C library formats; C++20 as g++ 12 has it cannot yet.
#include "app/clock.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <random>

namespace gonogo {
namespace {

std::string Formatted(std::time_t seconds, const char* format) {
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), format, &parts);
  return text.data();
}

}  // namespace

std::string UtcNow() {
  const auto since_epoch = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::system_clock::now().time_since_epoch());
  std::array<char, 8> fraction{};
  std::snprintf(fraction.data(), fraction.size(), ".%03dZ",
                static_cast<int>(since_epoch.count() % 1000));
  return Formatted(static_cast<std::time_t>(since_epoch.count() / 1000), "%Y-%m-%dT%H:%M:%S") +
         fraction.data();
}

std::string NewRunId() {
  std::array<char, 8> digits{};
  std::snprintf(digits.data(), digits.size(), "-%04x", std::random_device()() & 0xFFFFU);
  return Formatted(std::time(nullptr), "%Y%m%dT%H%M%SZ") + digits.data();
}

}  // namespace gonogo
