// A certificate that nobody signed, for servers of tests on 127.0.0.1.
#pragma once

#include <string>

namespace gonogo::testing_support {

struct TestCertificate {
  std::string file;  // to be trusted, too
  std::string key;
};

// Made when first asked for, and gone with the test program. Servers that run as an unprivileged
// user can read both files.
const TestCertificate& CertificateForLoopback();

}  // namespace gonogo::testing_support
