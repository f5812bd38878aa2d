// Replaces secrets in text by ***.
#include "core/text/secrets.h"

#include <algorithm>

#include "core/text/base64.h"
#include "core/text/percent.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

constexpr std::string_view kMask = "***";
constexpr std::size_t kShortestAnywhere = 8;
constexpr std::size_t kShortestValue = 6;  // of a variable that may be a secret
constexpr std::size_t kShortestWord = 3;

bool IsOfWord(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool IsWord(std::string_view text, std::size_t at, std::size_t size) {
  const std::size_t end = at + size;
  return (at == 0 || !IsOfWord(text[at - 1]) || !IsOfWord(text[at])) &&
         (end == text.size() || !IsOfWord(text[end]) || !IsOfWord(text[end - 1]));
}

// "customer" may be a table's name, and a part of "customers".
bool MayBeOrdinaryWord(std::string_view text) {
  return text.size() < kShortestAnywhere ||
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// As it stands between quotes in a connection string and, but for control characters, in JSON.
std::string Escaped(std::string_view text, std::string_view quote) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\\' || quote.find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

// As it stands in an SQL literal.
std::string Doubled(std::string text) {
  for (std::size_t at = 0; (at = text.find('\'', at)) != std::string::npos; at += 2) {
    text.insert(at, 1, '\'');
  }
  return text;
}

std::string Hexadecimal(std::string_view text, std::string_view digits) {
  std::string hexadecimal;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    hexadecimal += digits[byte / 16];
    hexadecimal += digits[byte % 16];
  }
  return hexadecimal;
}

// Base64 of "user:password" isn't base64 of the password: it depends on where the password begins
// among three bytes. Returns what is the same whatever stands before and after.
std::string InBase64(std::string_view text, std::size_t before) {
  constexpr std::size_t kBits = 6;  // in each letter
  const std::string all = Base64(std::string(before, ' ').append(text));
  const std::size_t first = (before * 8 + kBits - 1) / kBits;
  return all.substr(first, (before + text.size()) * 8 / kBits - first);
}

std::vector<std::string> Encoded(std::string_view text) {
  std::vector<std::string> all = {Hexadecimal(text, "0123456789abcdef"),
                                  Hexadecimal(text, "0123456789ABCDEF")};
  for (std::size_t before = 0; before < 3; ++before) {
    std::string base64 = InBase64(text, before);
    all.push_back(base64);
    std::replace(base64.begin(), base64.end(), '+', '-');
    std::replace(base64.begin(), base64.end(), '/', '_');
    all.push_back(std::move(base64));  // as in URLs
  }
  return all;
}

}  // namespace

void Secrets::AddValue(const std::string& value) { Add(value, kShortestValue); }

void Secrets::AddPassword(const std::string& password) {
  for (const std::string& form :
       {password, PercentEncoded(password), PercentDecoded(password), Escaped(password, "'"),
        Escaped(password, "\""), Doubled(password)}) {
    Add(form, kShortestWord);
  }
  // Of a short one, a few letters would be left, as in many a name.
  if (password.size() < kShortestAnywhere) return;
  for (const std::string& form : Encoded(password)) Add(form, kShortestWord);
}

void Secrets::Add(std::string_view text, std::size_t shortest) {
  const auto add = [&](std::string_view part) {
    if (part.size() < shortest) return;
    const auto is_same = [&](const Secret& one) { return one.text == part; };
    if (std::any_of(secrets_.begin(), secrets_.end(), is_same)) return;
    secrets_.push_back({std::string(part), MayBeOrdinaryWord(part)});
  };
  add(text);
  for (const std::string& line : Split(text, '\n')) add(Trim(line));
  std::stable_sort(secrets_.begin(), secrets_.end(),
                   [](const Secret& a, const Secret& b) { return a.text.size() > b.text.size(); });
}

std::string Secrets::Mask(std::string text) const {
  for (const Secret& secret : secrets_) {
    const std::size_t size = secret.text.size();
    std::size_t at = text.find(secret.text);
    while (at != std::string::npos) {
      const bool stands = !secret.only_as_word || IsWord(text, at, size);
      if (stands) text.replace(at, size, kMask);
      at = text.find(secret.text, at + (stands ? kMask.size() : 1));
    }
  }
  return text;
}

}  // namespace gonogo
