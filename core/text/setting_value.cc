// The names of time zones are those of the time zone database's file "backward".
#include "core/text/setting_value.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <map>
#include <set>
#include <vector>

#include "core/text/text.h"

namespace gonogo {
namespace {

using Spellings = std::map<std::string, std::string>;

std::string LettersAndDigits(std::string_view text) {
  std::string plain = InLowerCase(text);
  std::erase_if(plain, [](unsigned char c) { return std::isalnum(c) == 0; });
  return plain;
}

std::string Renamed(const Spellings& spellings, const std::string& name) {
  const auto found = spellings.find(name);
  return found == spellings.end() ? name : found->second;
}

// LANGUAGE.ENCODING@MODIFIER. POSIX is another name of C, whose formats are those of all encodings;
// only its classes and order of characters aren't.
std::string LocaleMeaning(std::string_view parameter, std::string_view locale) {
  const std::string lower = InLowerCase(locale);
  const std::string language = lower.substr(0, lower.find_first_of(".@"));
  const auto dot = lower.find('.');
  const auto at = lower.find('@');
  const std::string modifier = at == std::string::npos ? "" : lower.substr(at);
  const bool is_plain = language == "c" || language == "posix";
  const std::string name = is_plain ? "c" : language;
  const bool is_format = parameter != "lc_ctype" && parameter != "lc_collate";
  if (dot == std::string::npos || (is_plain && is_format)) return name + modifier;
  return name + "." + EncodingMeaning(lower.substr(dot + 1, at - dot - 1)) + modifier;
}

std::string TimeZoneMeaning(std::string_view zone) {
  static const Spellings kZones = [] {
    Spellings zones = {{"asia/calcutta", "asia/kolkata"},
                       {"asia/saigon", "asia/ho_chi_minh"},
                       {"asia/katmandu", "asia/kathmandu"},
                       {"asia/rangoon", "asia/yangon"},
                       {"asia/dacca", "asia/dhaka"},
                       {"europe/kiev", "europe/kyiv"},
                       {"america/buenos_aires", "america/argentina/buenos_aires"},
                       {"america/indianapolis", "america/indiana/indianapolis"},
                       {"us/eastern", "america/new_york"},
                       {"us/central", "america/chicago"},
                       {"us/mountain", "america/denver"},
                       {"us/pacific", "america/los_angeles"},
                       {"us/alaska", "america/anchorage"},
                       {"us/hawaii", "pacific/honolulu"},
                       {"us/arizona", "america/phoenix"},
                       {"brazil/east", "america/sao_paulo"},
                       {"canada/eastern", "america/toronto"},
                       {"canada/pacific", "america/vancouver"},
                       {"australia/nsw", "australia/sydney"},
                       {"australia/victoria", "australia/melbourne"},
                       {"gb", "europe/london"},
                       {"eire", "europe/dublin"},
                       {"poland", "europe/warsaw"},
                       {"portugal", "europe/lisbon"},
                       {"turkey", "europe/istanbul"},
                       {"israel", "asia/jerusalem"},
                       {"japan", "asia/tokyo"},
                       {"prc", "asia/shanghai"},
                       {"rok", "asia/seoul"},
                       {"hongkong", "asia/hong_kong"},
                       {"singapore", "asia/singapore"},
                       {"nz", "pacific/auckland"}};
    for (const char* const name : {"utc", "gmt", "uct", "zulu", "universal", "greenwich", "gmt0",
                                   "gmt+0", "gmt-0", "utc0", "0", "+00", "+00:00"}) {
      zones[name] = "utc";
      zones[std::string("etc/") + name] = "utc";
    }
    return zones;
  }();
  return Renamed(kZones, InLowerCase(zone));
}

// ISO, MDY in any order; US and European are other names of orders.
std::string DateStyleMeaning(std::string_view style) {
  static const Spellings kOrders = {
      {"us", "mdy"}, {"noneuropean", "mdy"}, {"european", "dmy"}, {"euro", "dmy"}};
  std::set<std::string> words;
  for (const std::string& word : Split(InLowerCase(style), ',')) {
    words.insert(Renamed(kOrders, std::string(Trim(word))));
  }
  return Join(std::vector<std::string>(words.begin(), words.end()), ",");
}

bool IsPlainIdentifier(const std::string& name) {
  return !name.empty() && std::isdigit(static_cast<unsigned char>(name[0])) == 0 &&
         std::all_of(name.begin(), name.end(), [](unsigned char c) {
           return std::islower(c) != 0 || std::isdigit(c) != 0 || c == '_';
         });
}

// Names are equal with and without quotes if they need none, and unquoted ones in both cases.
std::string SearchPathMeaning(std::string_view path) {
  std::string meaning;
  bool quoted = false;
  std::string name;
  const auto finish = [&] {
    meaning += (meaning.empty() ? "" : ", ") +
               (IsPlainIdentifier(name) || name.empty() ? name : "\"" + name + "\"");
    name.clear();
  };
  for (const char c : path) {
    if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && c == ',') {
      finish();
    } else if (quoted || std::isspace(static_cast<unsigned char>(c)) == 0) {
      name += quoted ? c : InLowerCase({&c, 1})[0];
    }
  }
  finish();
  return meaning;
}

// Numbers with a unit of time are in microseconds, those with one of memory in bytes.
std::string NumberMeaning(std::string_view value, bool in_milliseconds) {
  static const std::map<std::string, std::int64_t> kUnits = {
      {"us", 1},         {"ms", 1'000},      {"s", 1'000'000}, {"min", 60'000'000},
      {"h", 3600000000}, {"d", 86400000000}, {"B", 1},         {"kB", 1LL << 10},
      {"MB", 1LL << 20}, {"GB", 1LL << 30},  {"TB", 1LL << 40}};
  std::size_t digits = 0;
  while (digits < value.size() && std::isdigit(static_cast<unsigned char>(value[digits])) != 0) {
    ++digits;
  }
  if (digits == 0 || digits > 9) return std::string(value);
  const std::string written(Trim(value.substr(digits)));
  const auto unit = kUnits.find(written.empty() && in_milliseconds ? "ms" : written);
  if (unit == kUnits.end()) return std::string(value);
  const std::int64_t number = std::stoll(std::string(value.substr(0, digits)));
  return std::to_string(number * unit->second) + (unit->first.back() == 'B' ? " B" : " us");
}

}  // namespace

std::string EncodingMeaning(std::string_view encoding) {
  static const Spellings kEncodings = {
      {"unicode", "utf8"},    {"latin1", "iso88591"},     {"latin2", "iso88592"},
      {"latin5", "iso88599"}, {"latin9", "iso885915"},    {"windows1252", "win1252"},
      {"cp1252", "win1252"},  {"windows1251", "win1251"}, {"cp1251", "win1251"},
      {"win", "win1251"},     {"koi8", "koi8r"},          {"ascii", "sqlascii"}};
  return Renamed(kEncodings, LettersAndDigits(encoding));
}

std::string SettingMeaning(std::string_view name, std::string_view value) {
  static const Spellings kSwitches = {{"on", "on"}, {"true", "on"}, {"yes", "on"},    {"t", "on"},
                                      {"y", "on"},  {"off", "off"}, {"false", "off"}, {"no", "off"},
                                      {"f", "off"}, {"n", "off"}};
  const std::string parameter = InLowerCase(name);
  // The parameter of an extension or application: only that knows what its values mean.
  if (parameter.find('.') != std::string::npos) return std::string(value);
  if (parameter.starts_with("lc_")) return LocaleMeaning(parameter, value);
  if (parameter == "timezone" || parameter == "log_timezone") return TimeZoneMeaning(value);
  if (parameter == "client_encoding") return EncodingMeaning(value);
  if (parameter == "datestyle") return DateStyleMeaning(value);
  if (parameter == "search_path") return SearchPathMeaning(value);
  const auto found = kSwitches.find(InLowerCase(value));
  if (found != kSwitches.end()) return found->second;
  return NumberMeaning(value, parameter.ends_with("_timeout"));
}

}  // namespace gonogo
