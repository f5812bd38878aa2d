// Keeps the length of the text, so that lines and bytes stay where they are.
#include "gates/parser/placeholders.h"

#include <cctype>

#include "gates/parser/sql_quotes.h"

namespace gonogo {
namespace {

// Replaces placeholders in a copy of the text.
class PlaceholderReplacer {
 public:
  PlaceholderReplacer(const std::string& sql, std::map<std::string, std::string>& names)
      : sql_(sql), names_(names), replaced_(sql) {}

  std::string Replace() {
    std::size_t at = 0;
    while (at < sql_.size()) {
      std::size_t end = EndOfComment(sql_, at);
      if (end == at) end = EndOfPlaceholder(at);
      if (end == at) end = EndOfQuote(sql_, at);
      at = std::max(end, at + 1);
    }
    return replaced_;
  }

 private:
  std::size_t EndOfPlaceholder(std::size_t at) {
    const std::string two = sql_.substr(at, 2);
    if (two == "${") return Name(at, sql_.find('}', at), 1);
    if (two == "{{") return Name(at, sql_.find("}}", at), 2);
    if (two[0] != ':' || two.size() < 2 || (at > 0 && sql_[at - 1] == ':')) return at;
    if (two[1] == '\'' || two[1] == '"') {
      replaced_[at] = ' ';
      const std::size_t end = EndOfQuote(sql_, at + 1);
      const std::string name = sql_.substr(at, end - at);
      names_.emplace(name, name);  // its quotes make it readable
      return end;
    }
    if (two[1] == '{') return Name(at, sql_.find('}', at), 1);
    const bool is_name = std::isalpha(static_cast<unsigned char>(two[1])) != 0 || two[1] == '_';
    return is_name ? Name(at, EndOfName(at + 1), 0) : at;
  }

  std::size_t EndOfName(std::size_t at) const {
    while (at < sql_.size() && IsSqlWordByte(sql_[at])) ++at;
    return at;
  }

  // Makes one word of the placeholder that begins at `at`, up to `close` and `extra` bytes more.
  std::size_t Name(std::size_t at, std::size_t close, std::size_t extra) {
    if (close == std::string::npos || sql_.find('\n', at) < close) return at;
    const std::size_t end = close + extra;
    for (std::size_t i = at; i < end; ++i) {
      const bool fits = IsSqlWordByte(sql_[i]) && sql_[i] != '$';
      replaced_[i] =
          fits ? static_cast<char>(std::tolower(static_cast<unsigned char>(sql_[i]))) : '_';
    }
    names_.emplace(replaced_.substr(at, end - at), sql_.substr(at, end - at));
    return end;
  }

  const std::string& sql_;
  std::map<std::string, std::string>& names_;
  std::string replaced_;
};

}  // namespace

std::string WithoutPlaceholders(const std::string& sql, std::map<std::string, std::string>& names) {
  return PlaceholderReplacer(sql, names).Replace();
}

}  // namespace gonogo
