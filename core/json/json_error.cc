// Knows the forms of the library's messages: "[json.exception.out_of_range.403] key 'at' not
// found".
#include "core/json/json_error.h"

#include <fmt/format.h>

#include <filesystem>
#include <stdexcept>
#include <string_view>

#include "core/json/json.h"

namespace gonogo {
namespace {

constexpr int kParseError = 101;
constexpr int kKeyNotFound = 403;

// Returns what stands between the two; without the end, the rest.
std::string Part(std::string_view text, std::string_view begin, std::string_view end) {
  const std::size_t at = text.find(begin);
  if (at == std::string_view::npos) return "";
  text.remove_prefix(at + begin.size());
  return std::string(text.substr(0, text.find(end)));
}

// The standard library says "filesystem error: cannot remove: Read-only file system [/srv/file]".
std::string WhatIsWrongWithFile(const std::filesystem::filesystem_error& error) {
  const std::string verb = Part(error.what(), " cannot ", ":");
  return fmt::format("can't {} {}: {}", verb.empty() ? "use" : verb, error.path1().string(),
                     error.code().message());
}

}  // namespace

std::string WhatIsWrong(const std::exception& error) {
  const auto* const json = dynamic_cast<const Json::exception*>(&error);
  const std::string what = error.what();
  // The standard library's own words ("map::at") help nobody.
  if (dynamic_cast<const std::out_of_range*>(&error) != nullptr) {
    return "an answer doesn't fit what was asked: does a proxy or a pooler change answers? If not, "
           "please report it";
  }
  if (const auto* const file = dynamic_cast<const std::filesystem::filesystem_error*>(&error)) {
    return WhatIsWrongWithFile(*file);
  }
  if (json == nullptr) return what;
  if (json->id == kKeyNotFound) {
    return fmt::format("the key \"{}\" is missing", Part(what, "key '", "' not found"));
  }
  if (json->id == kParseError) {
    // The library's newer versions say it in other words.
    const bool is_empty = what.find("empty input") != std::string::npos;
    const std::string reason = is_empty ? "unexpected end of input" : Part(what, " - ", "; ");
    return fmt::format("not JSON at {}{}{}", Part(what, "parse error at ", ": "),
                       reason.empty() ? "" : ": ", reason);
  }
  return Part(what, "] ", "\n");
}

}  // namespace gonogo
