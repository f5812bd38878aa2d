// One spelling of a finding for every report.
#include "core/outcome.h"

namespace gonogo {

std::string InWords(const Finding& finding) {
  return finding.subject + ": have " + finding.have + ", want " + finding.want;
}

}  // namespace gonogo
