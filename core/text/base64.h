// Base64 with padding, in the standard alphabet.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gonogo {

std::string Base64(std::string_view bytes);

// Returns the bytes, or nothing if the text isn't exactly what Base64 returns for them: no line
// breaks, no alphabet for URLs, no left-over bits.
std::optional<std::string> FromBase64(std::string_view text);

}  // namespace gonogo
