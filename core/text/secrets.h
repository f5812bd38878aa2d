// Replaces secrets in text by ***.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gonogo {

class Secrets {
 public:
  // Adds a value that may be a secret. A short one (a port, true) isn't, and masking it would make
  // texts unreadable.
  void AddValue(const std::string& value);

  // Adds a password, also in the forms that it has in URLs, connection strings, JSON, SQL, base64
  // ("Basic" credentials) and hexadecimal digits. One of fewer
  // than eight characters, or of small letters only, is masked where it stands as a word of its
  // own; one of two characters or fewer only where WithoutCredentials finds it.
  void AddPassword(const std::string& password);

  // Returns the text with *** for every secret and every line of one.
  std::string Mask(std::string text) const;

 private:
  struct Secret {
    std::string text;
    bool only_as_word = false;
  };

  void Add(std::string_view text, std::size_t shortest);

  std::vector<Secret> secrets_;  // the longest first, because one may begin with another
};

}  // namespace gonogo
