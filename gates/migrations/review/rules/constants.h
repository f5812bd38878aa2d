// Constants in conditions, and what is known about comparing them.
#pragma once

#include <optional>
#include <string>

#include "core/json/json.h"

namespace gonogo {

enum class Truth { kUnknown, kTrue, kFalse };

inline Truth TruthOf(bool is_true) { return is_true ? Truth::kTrue : Truth::kFalse; }
Truth Inverse(Truth truth);

// How two values may stand to each other.
inline constexpr unsigned kLess = 1;
inline constexpr unsigned kEqual = 2;
inline constexpr unsigned kGreater = 4;
inline constexpr unsigned kAny = kLess | kEqual | kGreater;

// Returns how two values for which the operator holds may stand, or 0 for other operators.
unsigned RelationsOf(const std::string& name);

// A number or a text.
struct SqlConstant {
  std::optional<double> number;
  std::string text;
};

std::optional<SqlConstant> ConstantOf(const Json& node);
// Returns a line break if the node is no text.
std::string ConstantText(const Json& node);

// Compares texts only for equality, because their order depends on the collation.
Truth CompareConstants(const SqlConstant& left, unsigned relations, const SqlConstant& right);

}  // namespace gonogo
