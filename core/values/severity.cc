// The names of the severities.
#include "core/values/severity.h"

#include <array>

#include "core/error.h"
#include "core/text/suggestion.h"

namespace gonogo {
namespace {

const std::array<std::string, 2>& SeverityNames() {
  static const std::array<std::string, 2> names = {"required", "advisory"};
  return names;
}

}  // namespace

const std::string& SeverityName(Severity severity) {
  return SeverityNames().at(static_cast<std::size_t>(severity));
}

Severity SeverityNamed(const std::string& name) {
  for (const Severity severity : {Severity::kRequired, Severity::kAdvisory}) {
    if (SeverityName(severity) == name) return severity;
  }
  throw PlanError(UnknownName("severity", name, SeverityNames()));
}

Parameter SeverityParameter() {
  return TextParameter("severity", "whether a finding makes the verdict NO-GO")
      .Default("required")
      .OneOf({SeverityNames().begin(), SeverityNames().end()});
}

}  // namespace gonogo
