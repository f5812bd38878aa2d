// One form and no other: every text has the same length, so that times sort as texts.
#include "core/text/utc.h"

#include <array>
#include <cstdio>

#include "core/text/text.h"

namespace gonogo {
namespace {

constexpr std::string_view kForm = "dddd-dd-ddTdd:dd:dd.dddZ";

// Whether the text has digits where the form has a d, and the form's own characters elsewhere.
bool HasForm(std::string_view text, std::string_view form) {
  if (text.size() != form.size()) return false;
  for (std::size_t i = 0; i < form.size(); ++i) {
    const bool is_digit = text[i] >= '0' && text[i] <= '9';
    if (form[i] == 'd' ? !is_digit : text[i] != form[i]) return false;
  }
  return true;
}

int Number(std::string_view text, std::size_t at, std::size_t digits) {
  return static_cast<int>(ParseInteger(text.substr(at, digits)).value());
}

std::chrono::year_month_day DayOf(std::string_view text) {
  return {std::chrono::year(Number(text, 0, 4)),
          std::chrono::month(static_cast<unsigned>(Number(text, 5, 2))),
          std::chrono::day(static_cast<unsigned>(Number(text, 8, 2)))};
}

}  // namespace

bool IsDate(std::string_view text) {
  return HasForm(text, kForm.substr(0, 10)) && DayOf(text).ok();
}

std::optional<UtcTime> ParseUtc(std::string_view text) {
  if (!HasForm(text, kForm) || !DayOf(text).ok()) return std::nullopt;
  const int hours = Number(text, 11, 2);
  const int minutes = Number(text, 14, 2);
  const int seconds = Number(text, 17, 2);
  if (hours > 23 || minutes > 59 || seconds > 59) return std::nullopt;
  return std::chrono::sys_days(DayOf(text)) + std::chrono::hours(hours) +
         std::chrono::minutes(minutes) + std::chrono::seconds(seconds) +
         std::chrono::milliseconds(Number(text, 20, 3));
}

std::string UtcText(UtcTime time) {
  const auto midnight = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day day(midnight);
  const std::chrono::hh_mm_ss clock(time - midnight);
  std::array<char, 64> text{};
  std::snprintf(
      text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", static_cast<int>(day.year()),
      static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()),
      static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
      static_cast<int>(clock.seconds().count()), static_cast<int>(clock.subseconds().count()));
  return text.data();
}

}  // namespace gonogo
