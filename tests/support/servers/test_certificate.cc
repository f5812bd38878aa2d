// Creates a certificate. It is valid only for the address 127.0.0.1, so the name localhost fails.
#include "tests/support/servers/test_certificate.h"

#include "fixtures/system/process.h"
#include "fixtures/throwaway/throwaway_pair.h"

namespace gonogo::testing_support {
namespace {

namespace fs = std::filesystem;

struct GeneratedCertificate {
  GeneratedCertificate() {
    const std::string user = UnprivilegedUser();
    if (!user.empty()) RunOrThrow({.words = {"chown", user, folder.string()}});
    RunOrThrow({.words = {"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                          "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj",
                          "/CN=gonogo", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout",
                          certificate.key, "-out", certificate.file},
                .user = user});
  }
  GeneratedCertificate(const GeneratedCertificate&) = delete;
  GeneratedCertificate& operator=(const GeneratedCertificate&) = delete;
  ~GeneratedCertificate() { fs::remove_all(folder); }

  fs::path folder = MakePairFolder();
  ServerCertificate certificate = {(folder / "server.crt").string(),
                                   (folder / "server.key").string()};
};

}  // namespace

const ServerCertificate& CertificateForLoopback() {
  static const GeneratedCertificate generated;
  return generated.certificate;
}

}  // namespace gonogo::testing_support
