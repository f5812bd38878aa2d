#include "gates/objects/cut_findings.h"

#include "core/text/text.h"

namespace gonogo {

void CutFindings(std::size_t most, const std::string& subject, const std::string& one,
                 Outcome& outcome) {
  if (outcome.findings.size() <= most) return;
  const std::size_t more = outcome.findings.size() - most;
  outcome.findings.resize(most);
  outcome.findings.push_back({subject, Counted(more, one), "none"});
  outcome.has_more = true;
}

}  // namespace gonogo
