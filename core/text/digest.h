// SHA-256, computed by OpenSSL, and hexadecimal text.
#pragma once

#include <string>
#include <string_view>

namespace gonogo {

// Returns two lower-case hexadecimal digits for each byte.
std::string Hex(std::string_view bytes);

// Returns 64 lower-case hexadecimal digits. Throws std::runtime_error if OpenSSL lacks SHA-256.
std::string Sha256(std::string_view bytes);

}  // namespace gonogo
