// It is for 127.0.0.1 by its number only: who says localhost means another host.
#include "tests/support/test_certificate.h"

#include "fixtures/system/process.h"
#include "fixtures/throwaway/throwaway_pair.h"

namespace gonogo::testing_support {
namespace {

namespace fs = std::filesystem;

struct MadeCertificate {
  MadeCertificate() {
    const std::string user = UnprivilegedUser();
    if (!user.empty()) RunOrThrow({.words = {"chown", user, folder.string()}});
    RunOrThrow({.words = {"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                          "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj",
                          "/CN=gonogo", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout",
                          certificate.key, "-out", certificate.file},
                .user = user});
  }
  MadeCertificate(const MadeCertificate&) = delete;
  MadeCertificate& operator=(const MadeCertificate&) = delete;
  ~MadeCertificate() { fs::remove_all(folder); }

  fs::path folder = MakePairFolder();
  ServerCertificate certificate = {(folder / "server.crt").string(),
                                   (folder / "server.key").string()};
};

}  // namespace

const ServerCertificate& CertificateForLoopback() {
  static const MadeCertificate made;
  return made.certificate;
}

}  // namespace gonogo::testing_support
