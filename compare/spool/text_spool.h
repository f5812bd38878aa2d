// Keeps text of any length: in memory while it is short, then in a temporary file.
#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "compare/spool/temporary_file.h"

namespace gonogo {

// Append all text, then copy it once. Both throw std::runtime_error if the temporary file fails.
class TextSpool {
 public:
  bool empty() const { return buffer_.empty() && !file_; }

  void Append(std::string_view text);
  void CopyTo(std::ostream& out);

 private:
  std::string buffer_;
  std::optional<TemporaryFile> file_;
};

}  // namespace gonogo
