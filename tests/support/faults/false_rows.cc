// Reads PostgreSQL's protocol 3: a byte for the type, four for the length, then the body.
#include "tests/support/faults/false_rows.h"

#include <arpa/inet.h>

#include <cstring>
#include <optional>
#include <string_view>

namespace gonogo::testing_support {
namespace {

constexpr std::size_t kHead = 5;

std::string BigEndian(std::uint32_t number) {
  const std::uint32_t sent = htonl(number);
  return {reinterpret_cast<const char*>(&sent), sizeof sent};
}

std::uint32_t NumberAt(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  std::memcpy(&number, bytes.data() + at, sizeof number);
  return ntohl(number);
}

std::string MessageOf(char type, const std::string& body) {
  return type + BigEndian(static_cast<std::uint32_t>(body.size() + 4)) + body;
}

std::string RowWith(std::size_t columns, const std::optional<std::string>& value) {
  std::string body = {static_cast<char>(columns / 256), static_cast<char>(columns % 256)};
  for (std::size_t i = 0; i < columns; ++i) {
    body += value ? BigEndian(static_cast<std::uint32_t>(value->size())) + *value
                  : BigEndian(0xFFFFFFFF);
  }
  return MessageOf('D', body);
}

std::string ErrorMessage() {
  const std::string end(1, '\0');
  return MessageOf('E', "SERROR" + end + "VERROR" + end + "CXX000" + end + "Ma lie" + end + end);
}

std::string Instead(Lie lie, const std::string& row) {
  const std::size_t columns =
      static_cast<unsigned char>(row[kHead]) * 256U + static_cast<unsigned char>(row[kHead + 1]);
  switch (lie) {
    case Lie::kNulls:
      return RowWith(columns, std::nullopt);
    case Lie::kEmptyTexts:
      return RowWith(columns, "");
    case Lie::kWords:
      return RowWith(columns, "word");
    case Lie::kNoRows:
      return "";
    case Lie::kNoValues:
      return RowWith(0, "");
    case Lie::kMoreValues:
      return RowWith(columns + 1, "1");
    case Lie::kEachTwice:
      return row + row;
    case Lie::kWrongLength:
      return MessageOf('D', std::string("\0\1", 2) + BigEndian(1'000'000) + "short");
    case Lie::kHugeLength:
      return "D" + BigEndian(0x7FFFFFF0) + row.substr(kHead);
    case Lie::kGarbage:
      return std::string(200, '\xab');
    case Lie::kErrors:
      return ErrorMessage();
  }
  return row;
}

// What one connection has received, and not passed on because its message isn't complete.
class Liar {
 public:
  Liar(Lie lie, int honest_rows) : lie_(lie), honest_rows_(honest_rows) {}

  std::string operator()(const std::string& bytes) {
    received_ += bytes;
    std::string passed;
    while (received_.size() >= kHead) {
      const std::size_t size = 1 + NumberAt(received_, 1);
      if (received_.size() < size) break;
      const std::string message = received_.substr(0, size);
      received_.erase(0, size);
      const bool is_row = message.front() == 'D';
      passed += is_row && --honest_rows_ < 0 ? Instead(lie_, message) : message;
    }
    return passed;
  }

 private:
  Lie lie_;
  int honest_rows_;
  std::string received_;
};

}  // namespace

std::function<Strike::Tamper()> Lying(Lie lie, int honest_rows) {
  return [=] { return Liar(lie, honest_rows); };
}

}  // namespace gonogo::testing_support
