// What a reader may do with input: take it, or refuse it in words that help who gave it.
#pragma once

#include <concepts>
#include <exception>
#include <string>

namespace gonogo::fuzz {

// Throws std::logic_error with those words unless it holds.
void Require(bool holds, const std::string& what);

// Whose errors a reader may throw.
enum class Refuses {
  kByPlanError,
  kInWords,  // its caller says what is wrong by WhatIsWrong
};

// Throws unless the error is one that the reader may throw, and says what is wrong.
void RequireRefusal(const std::exception& error, Refuses how);

// Returns whether the reader takes its input. Throws if it refuses it otherwise than it may.
template <std::invocable Read>
bool IsTaken(const Read& read, Refuses how = Refuses::kByPlanError) {
  try {
    read();
    return true;
  } catch (const std::exception& error) {
    RequireRefusal(error, how);
    return false;
  }
}

}  // namespace gonogo::fuzz
