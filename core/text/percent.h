// Percent-encoding in URLs.
#pragma once

#include <string>
#include <string_view>

namespace gonogo {

// Decodes %40 to @. A % without two hexadecimal digits stays as it is.
std::string PercentDecoded(std::string_view text);

// Encodes all but letters, digits and -._~
std::string PercentEncoded(std::string_view text);

}  // namespace gonogo
