// Env files: what was read can be written, and is the same when it is read again.
#include "core/text/env_file.h"

#include <string>

#include "tests/fuzz/refusal.h"
#include "tests/fuzz/targets/targets.h"

namespace gonogo::fuzz {
namespace {

std::string EnvFileOf(const Environment& environment) {
  std::string text;
  for (const auto& [key, value] : environment) {
    text += key + "=\"";
    for (const char c : value) {
      if (c == '"' || c == '\\' || c == '$') text += '\\';
      text += c == '\n' ? "\\n" : std::string(1, c);
    }
    text += "\"\n";
  }
  return text;
}

}  // namespace

void FeedEnvFile(std::string_view input) {
  Environment read;
  if (!IsTaken([&] { read = ParseEnvFile(input, ".env"); })) return;
  Require(ParseEnvFile(EnvFileOf(read), ".env") == read, "written and read again, it is another");
}

}  // namespace gonogo::fuzz
