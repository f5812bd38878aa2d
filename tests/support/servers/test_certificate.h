// A self-signed certificate for the tests' servers on 127.0.0.1.
#pragma once

#include "fixtures/rehearsal/http_server.h"

namespace gonogo::testing_support {

// Returns the certificate, which clients can also use as the trusted root. The first call creates
// it, and the end of the test program removes it. Servers run by an unprivileged user can read its
// files.
const ServerCertificate& CertificateForLoopback();

}  // namespace gonogo::testing_support
