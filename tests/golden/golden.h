// Compares the output of a reporter with a golden file in this folder, byte for byte.
// With GONOGO_REGENERATE=1 in the environment, writes the file instead. Read the diff afterwards.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace gonogo {

inline void ExpectGolden(const std::string& name, const std::string& text) {
  const std::string path = GONOGO_SOURCE_DIR "/tests/golden/" + name;
  const char* const regenerate = std::getenv("GONOGO_REGENERATE");
  if (regenerate != nullptr && std::string(regenerate) == "1") {
    std::ofstream(path, std::ios::binary) << text;
  }
  std::ifstream file(path, std::ios::binary);
  ASSERT_TRUE(file) << path << " is missing; GONOGO_REGENERATE=1 writes it";
  const std::string golden((std::istreambuf_iterator<char>(file)), {});
  EXPECT_EQ(text, golden) << path << " differs; GONOGO_REGENERATE=1 overwrites it";
}

}  // namespace gonogo
