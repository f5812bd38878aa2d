// Text of any length that is written first and read once: in memory while it is short, then in a
// temporary file without a name.
#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "compare/spool/temporary_file.h"

namespace gonogo {

class TextSpool {
 public:
  bool empty() const { return buffer_.empty() && !file_; }

  // Both throw std::runtime_error where the temporary file fails.
  void Append(std::string_view text);
  void CopyTo(std::ostream& out);

 private:
  std::string buffer_;
  std::optional<TemporaryFile> file_;
};

}  // namespace gonogo
