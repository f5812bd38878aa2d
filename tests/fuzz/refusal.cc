// Knows the words of libraries, which help nobody who gave the input.
#include "tests/fuzz/refusal.h"

#include <array>
#include <new>
#include <stdexcept>
#include <string_view>

#include "core/error.h"
#include "core/json/json_error.h"
#include "core/text/text.h"

namespace gonogo::fuzz {
namespace {

constexpr std::array<std::string_view, 9> kWordsOfLibraries = {
    "json.exception", "std::", "basic_string", "vector::",     "map::",
    "bad optional",   "stoi",  "regex",        "please report"};

}  // namespace

void Require(bool holds, const std::string& what) {
  if (!holds) throw std::logic_error(what);
}

void RequireRefusal(const std::exception& error, Refuses how) {
  const bool is_of_user = dynamic_cast<const PlanError*>(&error) != nullptr;
  const bool is_a_fault = dynamic_cast<const std::bad_alloc*>(&error) != nullptr ||
                          dynamic_cast<const std::logic_error*>(&error) != nullptr;
  const std::string words = is_of_user ? error.what() : WhatIsWrong(error);
  Require(is_of_user || (how == Refuses::kInWords && !is_a_fault),
          "the input is refused by another error than the reader may throw: " + words);
  Require(!Trim(words).empty(), "the input is refused without a word");
  // A PlanError may quote the input, in which a library's words may stand.
  if (is_of_user) return;
  for (const std::string_view library : kWordsOfLibraries) {
    Require(words.find(library) == std::string::npos,
            "the input is refused in a library's words: " + words);
  }
}

}  // namespace gonogo::fuzz
