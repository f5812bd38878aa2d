// SHA-256, by OpenSSL.
#pragma once

#include <string>
#include <string_view>

namespace gonogo {

// 64 lower-case hexadecimal digits. Throws std::runtime_error where OpenSSL has no SHA-256.
std::string Sha256(std::string_view bytes);

}  // namespace gonogo
