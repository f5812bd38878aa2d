// Reads a literal text of Ruby, Python, JavaScript or TypeScript.
#pragma once

#include <optional>
#include <string>

namespace gonogo {

struct CodeLiteral {
  std::string text;
  std::size_t begin = 0;  // of its text, in the code
};

// Returns the first argument of the call whose name ends at `at`, if it is one literal text without
// anything that is put in: #{}, ${}, %, +, an f-string. Also reads sa.text("...") and <<~SQL.
std::optional<CodeLiteral> ReadLiteral(const std::string& code, std::size_t at);

}  // namespace gonogo
