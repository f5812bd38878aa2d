// Asks one case after another: a trial is one of several at a time.
#include "app/selftest/answers.h"

#include "app/run/runner.h"
#include "core/plan/gate.h"
#include "fixtures/system/interrupt.h"
#include "gates/inquiry/inquiry.h"

namespace gonogo {

std::map<std::string, std::string> GatesOf(const Plan& plan) {
  std::map<std::string, std::string> gates;
  for (const Check& check : plan.checks) gates[check.id] = check.gate->name;
  return gates;
}

std::vector<CaseResult> AnswersOn(Pair pair, const RunContext& context,
                                  const std::vector<DeclaredCase>& cases) {
  Inquiry inquiry(pair, {context.plan, context.environment, context.migration}, cases,
                  Effort{.jobs = 1});
  std::vector<CaseResult> results;
  for (const Case& one : CasesOf(context.plan, cases)) {
    ThrowIfInterrupted();
    results.push_back(inquiry.Run(*one.check, *one.subject));
  }
  return results;
}

}  // namespace gonogo
