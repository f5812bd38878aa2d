// The certificates that a server could have: a right one, the one that renews it, and wrong ones.
#pragma once

#include <map>
#include <string>

#include "fixtures/rehearsal/issued_certificate.h"
#include "fixtures/throwaway/throwaway_pair.h"

namespace gonogo {

// By the name of a file. In each are the key, the certificate, and that of the authority in
// between, if there is one. "valid.pem" is the right one.
using CertificateFiles = std::map<std::string, std::string>;

// An authority, and another one that it trusts, which issues the certificates of servers.
class ServerCertificates {
 public:
  // Throws std::runtime_error if OpenSSL refuses.
  ServerCertificates();

  // Returns the certificate of the authority that clients trust, in PEM.
  const std::string& trusted() const { return trusted_.certificate; }

  // Returns those of a server on 127.0.0.1 with that name. Throws as the constructor does.
  CertificateFiles Of(const std::string& server) const;

 private:
  IssuedCertificate trusted_;
  IssuedCertificate between_;
};

// Writes the files into the folder of the server's data, where the server reads "server.pem" from
// now on: a copy of "valid.pem". Throws std::runtime_error with the server's message.
void EncryptConnections(const Cluster& cluster, const CertificateFiles& files);

}  // namespace gonogo
