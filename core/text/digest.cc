// The only file that calls OpenSSL's digest functions.
#include "core/text/digest.h"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace gonogo {
namespace {

void RequireDigest(bool succeeded) {
  if (!succeeded) throw std::runtime_error("OpenSSL can't compute SHA-256");
}

// OpenSSL looks for it for as long as it takes to hash a line. It is kept as long as the program.
const EVP_MD* FetchedSha256() {
  static const EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  return fetched;
}

}  // namespace

std::string Hex(std::string_view bytes) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text(2 * bytes.size(), '\0');
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    text[2 * i] = kDigits[byte >> 4U];
    text[2 * i + 1] = kDigits[byte & 0xFU];
  }
  return text;
}

struct Sha256Stream::State {
  EVP_MD_CTX* context = EVP_MD_CTX_new();

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { EVP_MD_CTX_free(context); }

  void Begin() const {
    RequireDigest(context != nullptr && EVP_DigestInit_ex(context, FetchedSha256(), nullptr) == 1);
  }

  void Add(std::string_view bytes) const {
    RequireDigest(EVP_DigestUpdate(context, bytes.data(), bytes.size()) == 1);
  }

  std::string Result() const {
    std::array<char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    RequireDigest(
        EVP_DigestFinal_ex(context, reinterpret_cast<unsigned char*>(digest.data()), &length) == 1);
    return Hex(std::string_view(digest.data(), length));
  }
};

Sha256Stream::Sha256Stream() : state_(std::make_unique<State>()) { state_->Begin(); }

Sha256Stream::~Sha256Stream() = default;

void Sha256Stream::Add(std::string_view bytes) { state_->Add(bytes); }

std::string Sha256Stream::Result() && { return state_->Result(); }

// A context takes as long to make as a line takes to hash, so each thread keeps one.
std::string Sha256OfPieces(std::initializer_list<std::string_view> pieces) {
  static const thread_local Sha256Stream::State state;
  state.Begin();
  for (const std::string_view piece : pieces) state.Add(piece);
  return state.Result();
}

std::string Sha256(std::string_view bytes) { return Sha256OfPieces({bytes}); }

}  // namespace gonogo
