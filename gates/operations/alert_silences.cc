// Alertmanager matches with the regular expressions of Go, from the first to the last character.
#include "gates/operations/alert_silences.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <regex>

#include "core/error.h"
#include "core/json/json.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

[[noreturn]] void FailAlertmanager(const std::string& reason) {
  throw DatabaseError("Alertmanager: " + reason, "");
}

UtcTime TimeAt(const Json& silence, const char* member) {
  const std::string text = silence.at(member);
  if (const auto time = ParseUtc(text)) return *time;
  if (const auto time = ParseTimeWithZone(text)) return *time;
  FailAlertmanager("a silence has no time in " + std::string(member));
}

Silence::State StateOf(const std::string& text) {
  if (text == "active") return Silence::State::kActive;
  if (text == "pending") return Silence::State::kPending;
  if (text == "expired") return Silence::State::kExpired;
  FailAlertmanager("a silence has an unknown state");
}

Silence SilenceFrom(const Json& given) {
  Silence silence{.state = StateOf(given.at("status").at("state")),
                  .from = TimeAt(given, "startsAt"),
                  .until = TimeAt(given, "endsAt"),
                  .matchers = {}};
  for (const Json& matcher : given.at("matchers")) {
    silence.matchers.push_back({.label = matcher.at("name"),
                                .value = matcher.at("value"),
                                .is_regex = matcher.at("isRegex"),
                                .is_equal = matcher.value("isEqual", true)});
  }
  if (silence.matchers.empty()) FailAlertmanager("a silence has no matchers");
  return silence;
}

bool IsAscii(const std::string& text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Whether Go reads an expression as this program does: not flags such as (?i), classes such as \pL,
// escapes other than of punctuation, a ] as the first member of a class, and letters of several
// bytes.
bool IsReadAlike(const std::string& expression) {
  static const std::regex alike(R"(([^\\?]|\\[^A-Za-z0-9]|\\[dws]|[^(\\]\?)*)");
  return IsAscii(expression) && expression.find("[]") == std::string::npos &&
         expression.find("[^]") == std::string::npos && std::regex_match(expression, alike);
}

// Returns nothing if that can't be told.
std::optional<bool> MatchesWhole(const std::string& expression, const std::string& text) {
  constexpr std::size_t kLongest = 1000;
  if (expression.size() > kLongest || text.size() > kLongest) return std::nullopt;
  if (!IsReadAlike(expression) || !IsAscii(text)) return std::nullopt;
  try {
    return std::regex_match(text, std::regex(expression));
  } catch (const std::regex_error&) {
    return std::nullopt;
  }
}

Cover CoverOf(const SilenceMatcher& matcher, const AlertLabels& known) {
  const auto label = known.find(matcher.label);
  if (label == known.end()) {
    return {Cover::Is::kUnknown,
            fmt::format("asks for the label {}, which the plan doesn't give", matcher.label)};
  }
  const std::optional<bool> matches = matcher.is_regex ? MatchesWhole(matcher.value, label->second)
                                                       : matcher.value == label->second;
  if (!matches) {
    return {Cover::Is::kUnknown,
            fmt::format("asks for {} by an expression that gonogo can't judge", matcher.label)};
  }
  return {*matches == matcher.is_equal ? Cover::Is::kYes : Cover::Is::kNo};
}

std::string WithoutEscapes(const std::string& text) {
  static const std::regex escape(R"(\\(.))");
  return std::regex_replace(text, escape, "$1");
}

}  // namespace

AlertLabels ParseAlertLabels(const std::string& text) {
  static const std::regex whole(
      R"re(\s*\{\s*[A-Za-z_]\w*\s*=\s*"([^"\\]|\\.)*"(\s*,\s*[A-Za-z_]\w*\s*=\s*"([^"\\]|\\.)*")*\s*,?\s*\}\s*)re");
  static const std::regex one(R"re(([A-Za-z_]\w*)\s*=\s*"((?:[^"\\]|\\.)*)")re");
  if (!std::regex_match(text, whole)) {
    throw PlanError(fmt::format(
        "\"{}\" aren't labels, such as {{alertname=\"PostgresDown\", instance=\"target:9187\"}}",
        text));
  }
  AlertLabels labels;
  for (std::sregex_iterator i(text.begin(), text.end(), one), end; i != end; ++i) {
    if (!labels.emplace((*i)[1], WithoutEscapes((*i)[2])).second) {
      throw PlanError(fmt::format("\"{}\" gives the label {} twice", text, (*i)[1].str()));
    }
  }
  return labels;
}

std::vector<Silence> SilencesIn(const HttpAnswer& answer) {
  if (!answer.IsGood()) FailAlertmanager(fmt::format("HTTP status {}", answer.status));
  const Json list = TryParseJson(answer.body);
  if (!list.is_array()) FailAlertmanager("the answer is no list of silences");
  std::vector<Silence> silences;
  try {
    for (const Json& silence : list) silences.push_back(SilenceFrom(silence));
  } catch (const Json::exception&) {
    FailAlertmanager("the answer is no list of silences");
  }
  return silences;
}

Cover CoverOf(const Silence& silence, const AlertLabels& known) {
  Cover cover;
  for (const SilenceMatcher& matcher : silence.matchers) {
    Cover one = CoverOf(matcher, known);
    if (one.is == Cover::Is::kNo) return one;
    if (cover.is == Cover::Is::kYes) cover = std::move(one);
  }
  return cover;
}

}  // namespace gonogo
