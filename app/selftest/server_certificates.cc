// They are new each time, because a certificate that comes with gonogo would expire.
#include "app/selftest/server_certificates.h"

namespace gonogo {
namespace {

constexpr const char* kHere = "IP:127.0.0.1";
constexpr const char* kElsewhere = "DNS:old.shop.example";

// The plan wants 30 more days. Of 30 days, some seconds have passed.
constexpr int kTooFewDays = 30;
constexpr int kEnoughDays = 31;

std::string Signed(const CertificateWish& wish, const IssuedCertificate& authority) {
  const IssuedCertificate issued = IssueCertificate(wish, authority);
  return issued.key + issued.certificate + authority.certificate;
}

std::string WithoutAuthority(const CertificateWish& wish,
                             const std::optional<IssuedCertificate>& authority) {
  const IssuedCertificate issued = IssueCertificate(wish, authority);
  return issued.key + issued.certificate;
}

}  // namespace

ServerCertificates::ServerCertificates()
    : trusted_(IssueCertificate({.name = "authority", .hosts = ""})),
      between_(IssueCertificate({.name = "between", .hosts = ""}, trusted_)) {}

CertificateFiles ServerCertificates::Of(const std::string& server) const {
  const auto wish = [&](int from_days, int until_days, const std::string& hosts = kHere) {
    return CertificateWish{
        .name = server, .hosts = hosts, .from_days = from_days, .until_days = until_days};
  };
  const CertificateWish valid = wish(-1, 90);
  const IssuedCertificate stranger = IssueCertificate({.name = "stranger", .hosts = ""});
  const IssuedCertificate leaving =
      IssueCertificate({.name = "leaving", .hosts = "", .until_days = kTooFewDays}, trusted_);
  return {{"valid.pem", Signed(valid, between_)},
          {"renewed.pem", Signed(wish(0, kEnoughDays), between_)},
          {"expires_soon.pem", Signed(wish(-60, kTooFewDays), between_)},
          {"expired.pem", Signed(wish(-60, -1), between_)},
          {"not_yet_valid.pem", Signed(wish(1, 90), between_)},
          {"of_another_host.pem", Signed(wish(-1, 90, kElsewhere), between_)},
          {"of_a_stranger.pem", Signed(valid, stranger)},
          {"of_an_authority_that_expires_soon.pem", Signed(valid, leaving)},
          {"of_its_own.pem", WithoutAuthority(valid, {})},
          {"without_the_one_between.pem", WithoutAuthority(valid, between_)}};
}

}  // namespace gonogo
