// Every time has the same form and length, so that texts sort like times.
#include "core/text/utc.h"

#include <fmt/format.h>

namespace gonogo {
namespace {

constexpr std::string_view kTimeForm = "dddd-dd-ddTdd:dd:dd.dddZ";
constexpr std::string_view kZoneForm = "+dd:dd";

// Returns whether the text equals the form, with a digit for each d.
bool HasForm(std::string_view text, std::string_view form) {
  if (text.size() != form.size()) return false;
  for (std::size_t i = 0; i < form.size(); ++i) {
    const bool is_digit = text[i] >= '0' && text[i] <= '9';
    if (form[i] == 'd' ? !is_digit : text[i] != form[i]) return false;
  }
  return true;
}

// Of a text that has the form.
int Number(std::string_view text, std::size_t at, std::size_t digits) {
  int number = 0;
  for (const char digit : text.substr(at, digits)) number = 10 * number + (digit - '0');
  return number;
}

std::chrono::year_month_day DayOf(std::string_view text) {
  return {std::chrono::year(Number(text, 0, 4)),
          std::chrono::month(static_cast<unsigned>(Number(text, 5, 2))),
          std::chrono::day(static_cast<unsigned>(Number(text, 8, 2)))};
}

}  // namespace

bool IsDate(std::string_view text) {
  return HasForm(text, kTimeForm.substr(0, 10)) && DayOf(text).ok();
}

std::optional<UtcTime> ParseUtc(std::string_view text) {
  if (!HasForm(text, kTimeForm)) return std::nullopt;
  const std::chrono::year_month_day day = DayOf(text);
  const int hours = Number(text, 11, 2);
  const int minutes = Number(text, 14, 2);
  const int seconds = Number(text, 17, 2);
  if (!day.ok() || hours > 23 || minutes > 59 || seconds > 59) return std::nullopt;
  return std::chrono::sys_days(day) + std::chrono::hours(hours) + std::chrono::minutes(minutes) +
         std::chrono::seconds(seconds) + std::chrono::milliseconds(Number(text, 20, 3));
}

std::optional<UtcTime> ParseTimeWithZone(std::string_view text) {
  const bool is_utc = text.ends_with('Z');
  const std::size_t zone_size = is_utc ? 1 : kZoneForm.size();
  if (text.size() < zone_size) return std::nullopt;
  const std::string_view zone = text.substr(text.size() - zone_size);
  const std::string_view local = text.substr(0, text.size() - zone_size);
  // Complete what people leave out.
  constexpr std::size_t kToMinutes = 16;
  constexpr std::size_t kToSeconds = 19;
  const std::string_view rest = local.size() == kToMinutes   ? ":00.000Z"
                                : local.size() == kToSeconds ? ".000Z"
                                                             : "Z";
  const auto time = ParseUtc(std::string(local) + std::string(rest));
  if (!time || is_utc) return time;
  if (!HasForm(zone.substr(1), kZoneForm.substr(1)) || (zone[0] != '+' && zone[0] != '-')) {
    return std::nullopt;
  }
  const int hours = Number(zone, 1, 2);
  const int minutes = Number(zone, 4, 2);
  if (hours > 15 || minutes > 59) return std::nullopt;
  const std::chrono::minutes ahead = std::chrono::hours(hours) + std::chrono::minutes(minutes);
  return zone[0] == '+' ? *time - ahead : *time + ahead;
}

std::string UtcText(UtcTime time) {
  const auto midnight = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day day(midnight);
  const std::chrono::hh_mm_ss clock(time - midnight);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()),
                     clock.hours().count(), clock.minutes().count(), clock.seconds().count(),
                     clock.subseconds().count());
}

}  // namespace gonogo
