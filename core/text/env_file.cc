// Parses an env file line by line. Anything other than KEY=value is an error with its line number,
// because a variable with half of its value is worse than none.
#include "core/text/env_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/error.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

class EnvFileLine {
 public:
  EnvFileLine(std::string_view text, std::string where) : rest_(text), where_(std::move(where)) {}

  std::pair<std::string, std::string> KeyAndValue() {
    if (rest_.starts_with("export ") || rest_.starts_with("export\t")) {
      rest_ = Trim(rest_.substr(7));
    }
    const std::size_t equals = rest_.find('=');
    if (equals == std::string_view::npos) Throw("no '='; write KEY=value");
    const std::string key(rest_.substr(0, equals));
    if (!IsName(key)) Throw("the text before '=' isn't a variable name");
    rest_ = Trim(rest_.substr(equals + 1));
    return {key, Value()};
  }

 private:
  static bool IsName(std::string_view key) {
    const auto letter = [](unsigned char c) {
      return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
    };
    const auto digit = [](unsigned char c) { return c >= '0' && c <= '9'; };
    return !key.empty() && !digit(static_cast<unsigned char>(key.front())) &&
           std::all_of(key.begin(), key.end(),
                       [&](unsigned char c) { return letter(c) || digit(c); });
  }

  std::string Value() {
    if (rest_.starts_with('\'')) return SingleQuoted();
    if (rest_.starts_with('"')) return DoubleQuoted();
    const std::size_t comment = std::min(rest_.find(" #"), rest_.find("\t#"));
    const std::string_view value = Trim(rest_.substr(0, comment));
    if (value.starts_with('#')) return "";
    if (value.find_first_of(" \t") != std::string_view::npos) {
      Throw("a value with blanks needs quotes");
    }
    return std::string(value);
  }

  std::string SingleQuoted() {
    const std::size_t end = rest_.find('\'', 1);
    if (end == std::string_view::npos) Throw("the single quote isn't closed");
    std::string value(rest_.substr(1, end - 1));
    RequireNothingAfter(end + 1);
    return value;
  }

  std::string DoubleQuoted() {
    std::string value;
    for (std::size_t i = 1; i < rest_.size(); ++i) {
      if (rest_[i] == '"') {
        RequireNothingAfter(i + 1);
        return value;
      }
      const bool escape = rest_[i] == '\\' && i + 1 < rest_.size();
      value += escape ? Unescaped(rest_[++i]) : std::string(1, rest_[i]);
    }
    Throw("the double quote isn't closed");
  }

  static std::string Unescaped(char c) {
    switch (c) {
      case 'n':
        return "\n";
      case 't':
        return "\t";
      case '"':
      case '\\':
      case '$':
        return std::string(1, c);
      default:
        return std::string("\\") + c;
    }
  }

  void RequireNothingAfter(std::size_t position) {
    const std::string_view after = Trim(rest_.substr(position));
    if (!after.empty() && !after.starts_with('#')) Throw("text after the closing quote");
  }

  [[noreturn]] void Throw(const std::string& what) const { throw PlanError(where_ + what); }

  std::string_view rest_;
  std::string where_;
};

}  // namespace

Environment ParseEnvFile(std::string_view text, const std::string& file) {
  Environment environment;
  int number = 0;
  for (const std::string& raw : Split(text, '\n')) {
    ++number;
    const std::string_view line = Trim(raw);
    if (line.empty() || line.starts_with('#')) continue;
    const std::string where = fmt::format("{}:{}: ", file, number);
    auto [key, value] = EnvFileLine(line, where).KeyAndValue();
    if (environment.contains(key)) throw PlanError(where + key + " is given twice");
    environment.emplace(std::move(key), std::move(value));
  }
  return environment;
}

}  // namespace gonogo
