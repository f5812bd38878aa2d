// The text of a finding, the same in every report.
#include "core/values/outcome.h"

#include <fmt/format.h>

namespace gonogo {

std::string Describe(const Finding& finding) {
  return fmt::format("{}: have {}, want {}", finding.subject, finding.have, finding.want);
}

}  // namespace gonogo
