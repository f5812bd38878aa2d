// A certificate that nobody signed, for servers of tests on 127.0.0.1.
#pragma once

#include "fixtures/rehearsal/http_server.h"

namespace gonogo::testing_support {

// To be trusted, too. Made when first asked for, and gone with the test program. Servers that run
// as an unprivileged user can read both files.
const ServerCertificate& CertificateForLoopback();

}  // namespace gonogo::testing_support
