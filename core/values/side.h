// The two sides of a migration, and pairs of values, one for each side.
#pragma once

#include <array>
#include <string>

namespace gonogo {

enum class SideName { kSource, kTarget };

inline constexpr std::array kBothSides = {SideName::kSource, SideName::kTarget};

// Returns "source" or "target".
inline std::string ToString(SideName side) {
  return side == SideName::kSource ? "source" : "target";
}

inline SideName OtherSide(SideName side) {
  return side == SideName::kSource ? SideName::kTarget : SideName::kSource;
}

// One value of the source and one of the target.
template <typename T>
struct PerSide {
  T source;
  T target;

  T& operator[](SideName side) { return side == SideName::kSource ? source : target; }
  const T& operator[](SideName side) const { return side == SideName::kSource ? source : target; }
};

}  // namespace gonogo
