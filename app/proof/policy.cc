// A word that isn't understood is an error: what it requires would not be checked.
#include "app/proof/policy.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "core/error.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

constexpr std::size_t kFewestDigits = 12;
constexpr std::int64_t kMost = 1'000'000;

std::int64_t NumberIn(const std::string& text, const std::string& word) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 1 || number > kMost) {
    throw PlanError(
        fmt::format("--require {}: \"{}\" isn't a number from 1 to {}", word, text, kMost));
  }
  return number;
}

std::chrono::minutes AgeIn(const std::string& text, const std::string& word) {
  const char unit = text.empty() ? ' ' : text.back();
  if (unit != 'm' && unit != 'h' && unit != 'd') {
    throw PlanError(fmt::format("--require {}: the age ends in m, h or d, such as age<24h", word));
  }
  const std::int64_t number = NumberIn(text.substr(0, text.size() - 1), word);
  return std::chrono::minutes(number * (unit == 'm' ? 1 : unit == 'h' ? 60 : 24 * 60));
}

std::string DigestIn(const std::string& text, const std::string& word) {
  const bool is_hex = std::all_of(text.begin(), text.end(), [](char one) {
    return (one >= '0' && one <= '9') || (one >= 'a' && one <= 'f');
  });
  if (!is_hex || text.size() < kFewestDigits || text.size() > 64) {
    throw PlanError(fmt::format("--require {}: give 12 to 64 digits of the plan's SHA-256", word));
  }
  return text;
}

}  // namespace

Policy ParsePolicy(const std::string& words) {
  Policy policy;
  for (const std::string& word : Split(words, ',')) {
    if (word == "signed") {
      policy.signers = std::max<std::int64_t>(policy.signers, 1);
    } else if (word == "go") {
      policy.go = true;
    } else if (word == "production") {
      policy.production = true;
    } else if (word.starts_with("plan=")) {
      policy.plan = DigestIn(word.substr(5), word);
    } else if (word.starts_with("age<")) {
      policy.age = AgeIn(word.substr(4), word);
    } else if (word.starts_with("signers>=")) {
      policy.signers = NumberIn(word.substr(9), word);
    } else {
      throw PlanError(
          fmt::format("--require: \"{}\" is unknown; known: signed, go, production, plan=SHA, "
                      "age<24h, signers>=2",
                      word));
    }
  }
  return policy;
}

}  // namespace gonogo
