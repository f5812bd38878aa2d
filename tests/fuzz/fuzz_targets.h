// The readers of input that gonogo didn't write itself, each with what must be true of any input.
#pragma once

#include <span>
#include <string_view>

namespace gonogo::fuzz {

struct FuzzTarget {
  const char* name;  // of its folder in corpus/
  // Reads the input. Throws std::exception if that does what no input may cause.
  void (*feed)(std::string_view input);
};

std::span<const FuzzTarget> FuzzTargets();

// Returns the target with that name. Throws std::invalid_argument, which lists the names.
const FuzzTarget& FuzzTargetNamed(std::string_view name);

}  // namespace gonogo::fuzz
