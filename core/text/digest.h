// SHA-256, computed by OpenSSL, and hexadecimal text.
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

namespace gonogo {

// Returns two lower-case hexadecimal digits for each byte.
std::string Hex(std::string_view bytes);

// Returns 64 lower-case hexadecimal digits. Throws std::runtime_error if OpenSSL lacks SHA-256.
std::string Sha256(std::string_view bytes);

// The same of pieces, one after the other.
std::string Sha256OfPieces(std::initializer_list<std::string_view> pieces);

// The same for bytes that come piece by piece.
class Sha256Stream {
 public:
  Sha256Stream();
  ~Sha256Stream();
  Sha256Stream(const Sha256Stream&) = delete;
  Sha256Stream& operator=(const Sha256Stream&) = delete;

  void Add(std::string_view bytes);
  std::string Result() &&;

 private:
  friend std::string Sha256OfPieces(std::initializer_list<std::string_view> pieces);

  // The same of pieces, one after the other.
  std::string Sha256OfPieces(std::initializer_list<std::string_view> pieces);

  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace gonogo
