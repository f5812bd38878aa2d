// What libFuzzer calls: feeds each input to the target that GONOGO_FUZZ_TARGET names.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <string_view>

#include "tests/fuzz/fuzz_targets.h"

namespace {

const gonogo::fuzz::FuzzTarget& Target() {
  const char* const name = std::getenv("GONOGO_FUZZ_TARGET");
  return gonogo::fuzz::FuzzTargetNamed(name == nullptr ? "" : name);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const gonogo::fuzz::FuzzTarget& target = Target();
  try {
    target.feed({reinterpret_cast<const char*>(data), size});
  } catch (const std::exception& error) {
    std::cerr << "gonogo_fuzz: " << error.what() << "\n";
    std::abort();
  }
  return 0;
}
