// Compares values of server parameters by what they mean: en_US.utf8 and en_US.UTF-8 are one
// locale.
#pragma once

#include <string>
#include <string_view>

namespace gonogo {

// Returns a text that is the same for all spellings of the parameter's value: of locales,
// encodings, time zones, search paths, date styles, switches, and numbers with units. The value of
// a parameter of an extension or application, whose name has a period, is returned unchanged.
std::string SettingMeaning(std::string_view name, std::string_view value);

// Returns a text that is the same for all spellings of an encoding: UTF8, utf-8, unicode.
std::string EncodingMeaning(std::string_view encoding);

}  // namespace gonogo
