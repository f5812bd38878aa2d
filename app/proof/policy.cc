// A word that isn't understood is an error: what it requires would not be checked.
#include "app/proof/policy.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "core/error.h"
#include "core/text/text.h"
#include "core/values/phase.h"

namespace gonogo {
namespace {

constexpr std::size_t kFewestDigits = 12;
constexpr std::int64_t kMost = 1'000'000;

std::int64_t NumberIn(const std::string& text, const std::string& option) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 1 || number > kMost) {
    throw PlanError(fmt::format("{}: \"{}\" isn't a number from 1 to {}", option, text, kMost));
  }
  return number;
}

std::string DigestIn(const std::string& text, const std::string& option) {
  const bool is_hex = std::all_of(text.begin(), text.end(), [](char one) {
    return (one >= '0' && one <= '9') || (one >= 'a' && one <= 'f');
  });
  if (!is_hex || text.size() < kFewestDigits || text.size() > 64) {
    throw PlanError(fmt::format("{}: give 12 to 64 digits of the plan's SHA-256", option));
  }
  return text;
}

std::string PhaseIn(const std::string& text, const std::string& option) {
  if (!PhaseNamed(text)) throw PlanError(fmt::format("{}: there is no such phase", option));
  return text;
}

}  // namespace

std::chrono::minutes ParseAge(const std::string& text, const std::string& option) {
  const char unit = text.empty() ? ' ' : text.back();
  if (unit != 'm' && unit != 'h' && unit != 'd') {
    throw PlanError(fmt::format("{}: a time ends in m, h or d, such as 24h", option));
  }
  const std::int64_t number = NumberIn(text.substr(0, text.size() - 1), option);
  return std::chrono::minutes(number * (unit == 'm' ? 1 : unit == 'h' ? 60 : 24 * 60));
}

Policy ParsePolicy(const std::string& words) {
  Policy policy;
  for (const std::string& word : Split(words, ',')) {
    const std::string option = "--require " + word;
    if (word == "signed") {
      policy.signers = std::max<std::int64_t>(policy.signers, 1);
    } else if (word == "go") {
      policy.go = true;
    } else if (word == "production") {
      policy.production = true;
    } else if (word.starts_with("phase=")) {
      policy.phase = PhaseIn(word.substr(6), option);
    } else if (word.starts_with("plan=")) {
      policy.plan = DigestIn(word.substr(5), option);
    } else if (word.starts_with("age<")) {
      policy.age = ParseAge(word.substr(4), option);
    } else if (word.starts_with("signers>=")) {
      policy.signers = NumberIn(word.substr(9), option);
    } else {
      throw PlanError(
          fmt::format("--require: \"{}\" is unknown; known: signed, go, phase=gate, production, "
                      "plan=SHA, age<24h, signers>=2",
                      word));
    }
  }
  return policy;
}

}  // namespace gonogo
