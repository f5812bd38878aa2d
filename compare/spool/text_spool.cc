// Writes to the file in blocks of 1 MB; most patches are shorter and never need it.
#include "compare/spool/text_spool.h"

#include <array>

namespace gonogo {
namespace {

constexpr std::size_t kInMemory = std::size_t{1} << 20U;  // bytes

}  // namespace

void TextSpool::Append(std::string_view text) {
  buffer_ += text;
  if (buffer_.size() < kInMemory) return;
  if (!file_) file_.emplace();
  file_->Write(buffer_.data(), buffer_.size());
  buffer_.clear();
}

void TextSpool::CopyTo(std::ostream& out) {
  if (file_) {
    file_->Rewind();
    std::array<char, 65'536> block{};
    while (const std::size_t read = file_->Read(block.data(), block.size())) {
      out.write(block.data(), static_cast<std::streamsize>(read));
    }
  }
  out << buffer_;
}

}  // namespace gonogo
