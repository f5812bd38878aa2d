// The two words stand here and nowhere else.
#include "core/values/severity.h"

#include <array>

#include "core/error.h"

namespace gonogo {
namespace {

const std::array<std::string, 2>& Names() {
  static const std::array<std::string, 2> names = {"required", "advisory"};
  return names;
}

}  // namespace

const std::string& SeverityName(Severity severity) {
  return Names().at(static_cast<std::size_t>(severity));
}

Severity SeverityNamed(const std::string& name) {
  for (const Severity severity : {Severity::kRequired, Severity::kAdvisory}) {
    if (SeverityName(severity) == name) return severity;
  }
  throw PlanError("\"" + name + "\" is no severity");
}

Parameter SeverityParameter() {
  return TextParameter("severity", "whether a finding decides")
      .Default("required")
      .OneOf({Names().begin(), Names().end()});
}

}  // namespace gonogo
