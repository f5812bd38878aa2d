// The certificates that a server could have: a right one, the one that renews it, and wrong ones.
#pragma once

#include <string>

#include "fixtures/rehearsal/encrypted_connections.h"
#include "fixtures/rehearsal/issued_certificate.h"

namespace gonogo {

// An authority, and another one that it trusts, which issues the certificates of servers.
class ServerCertificates {
 public:
  // Throws std::runtime_error if OpenSSL refuses.
  ServerCertificates();

  // Returns the certificate of the authority that clients trust, in PEM.
  const std::string& trusted() const { return trusted_.certificate; }

  // Returns those of a server on 127.0.0.1 with that name; "valid.pem" is the right one. Throws as
  // the constructor does.
  CertificateFiles Of(const std::string& server) const;

 private:
  IssuedCertificate trusted_;
  IssuedCertificate between_;
};

}  // namespace gonogo
