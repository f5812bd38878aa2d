// One spelling of a finding for every report.
#include "core/values/outcome.h"

namespace gonogo {

std::string Describe(const Finding& finding) {
  return finding.subject + ": have " + finding.have + ", want " + finding.want;
}

}  // namespace gonogo
