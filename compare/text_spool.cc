// Most patches are short and never see a file.
#include "compare/text_spool.h"

#include <array>
#include <stdexcept>

namespace gonogo {
namespace {

constexpr std::size_t kInMemory = std::size_t{1} << 20U;  // bytes

}  // namespace

void TextSpool::Append(std::string_view text) {
  buffer_ += text;
  if (buffer_.size() < kInMemory) return;
  if (!file_) file_.reset(std::tmpfile());
  if (!file_ || std::fwrite(buffer_.data(), 1, buffer_.size(), file_.get()) != buffer_.size()) {
    throw std::runtime_error("cannot write a temporary file: is the disk full?");
  }
  buffer_.clear();
}

void TextSpool::CopyTo(std::ostream& out) {
  if (file_) {
    std::rewind(file_.get());
    std::array<char, 65'536> block{};
    while (const std::size_t read = std::fread(block.data(), 1, block.size(), file_.get())) {
      out.write(block.data(), static_cast<std::streamsize>(read));
    }
    if (std::ferror(file_.get()) != 0) throw std::runtime_error("cannot read a temporary file");
  }
  out << buffer_;
}

}  // namespace gonogo
