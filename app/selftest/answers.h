// What gates say of a pair, which is damaged or not.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "app/context/run_context.h"
#include "core/plan/declared_case.h"
#include "core/record/evidence.h"
#include "fixtures/pair.h"

namespace gonogo {

// Returns the gate of each check.
std::map<std::string, std::string> GatesOf(const Plan& plan);

// Returns the results of the cases. Throws Interrupted after a signal.
std::vector<CaseResult> AnswersOn(Pair pair, const RunContext& context,
                                  const std::vector<DeclaredCase>& cases);

}  // namespace gonogo
