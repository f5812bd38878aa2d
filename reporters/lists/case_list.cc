// Lists the cases by phase, in the order in which they run.
#include "reporters/lists/case_list.h"

#include <fmt/format.h>

#include "core/json/json.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "reporters/model/shown_text.h"

namespace gonogo {

std::string CaseListText(std::span<const DeclaredCase> declared) {
  std::string text;
  const DeclaredCase* previous = nullptr;
  for (const DeclaredCase& one : declared) {
    if (previous == nullptr || previous->phase != one.phase) text += PhaseName(one.phase) + "\n";
    text += fmt::format("  {}{}\n", LogLine(one.name()),
                        one.severity == Severity::kAdvisory ? "  (advisory)" : "");
    previous = &one;
  }
  return text + Counted(declared.size(), "case") + "\n";
}

std::string CaseListJson(const Plan& plan, std::span<const DeclaredCase> declared) {
  Json list = Json::array();
  for (const DeclaredCase& one : declared) {
    const Check& check = plan.CheckNamed(one.check);
    list.push_back({{"case", one.name()},
                    {"check", one.check},
                    {"gate", check.gate->name},
                    {"subject", one.subject},
                    {"phases", PhaseNames(check.phases)},
                    {"severity", SeverityName(one.severity)}});
  }
  return ToText(list, 2) + "\n";
}

}  // namespace gonogo
