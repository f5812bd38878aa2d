// Runs one check on one subject. One of the two places that catch every exception (the other one is
// app/runbook/one_stage.cc): an error of a gate is the ERROR of one case and doesn't end the run.
#include "gates/run_check.h"

#include <fmt/format.h>

#include <chrono>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/plan/shown_values.h"
#include "fixtures/system/clock.h"

namespace gonogo {
namespace {

// Adds what the server said, which may show values of rows, if the check may show them.
std::string WordsOf(const DatabaseError& error, const Check& check) {
  if (!MayShowValues(check) || error.details().empty()) return error.what();
  return fmt::format("{}\nthe server's words: {}", error.what(), error.details());
}

}  // namespace

CaseResult RunCheck(const Check& check, const Inspection& inspection) {
  CaseResult result{.check = check.id,
                    .subject = inspection.subject.name,
                    .severity = check.severity,
                    .outcome = {},
                    .error = {},
                    .started = UtcNow()};
  const auto start = std::chrono::steady_clock::now();
  try {
    result.outcome = check.gate->run(inspection);
  } catch (const DatabaseError& error) {
    result.error = CaseError{WordsOf(error, check), error.sqlstate()};
  } catch (const std::exception& error) {
    result.error = CaseError{error.what(), ""};
  }
  result.duration = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now() - start);
  return result;
}

}  // namespace gonogo
