// Runs one check on one subject. One of the two places that catch every exception (the other one is
// app/runbook/one_stage.cc): an error of a gate is the ERROR of one case and doesn't end the run.
#include "gates/run_check.h"

#include <fmt/format.h>

#include <chrono>

#include "core/error.h"
#include "core/json/json.h"
#include "core/json/json_error.h"
#include "core/plan/gate.h"
#include "core/plan/shown_values.h"
#include "core/text/secrets.h"
#include "fixtures/connection/connection_secrets.h"
#include "fixtures/system/clock.h"

namespace gonogo {
namespace {

// Adds what the server said, which may show values of rows, if the check may show them.
std::string WordsOf(const DatabaseError& error, const Check& check) {
  if (!MayShowValues(check) || error.details().empty()) return error.what();
  return fmt::format("{}\nthe server's words: {}", error.what(), error.details());
}

// Adds the values of the variables that the parameters name.
void AddSecretsIn(const Json& parameters, const Environment& environment, Secrets& secrets) {
  if (parameters.is_object() && parameters.contains("env") && parameters["env"].is_string()) {
    const auto found = environment.find(parameters["env"].get<std::string>());
    const bool is_set = found != environment.end();
    // Other values, such as a schema's name, stand in findings about other things, too.
    if (is_set && NamesSecret(found->first)) secrets.AddPassword(found->second);
    if (is_set && found->second.find("://") != std::string::npos) {
      AddSecretsOf(found->second, secrets);
    }
  }
  if (!parameters.is_structured()) return;
  for (const Json& below : parameters) AddSecretsIn(below, environment, secrets);
}

// Returns the secrets among the values that came from variables. The check's parameters may name
// thousands of relations, so its cases look through them once.
const Secrets& SecretsOf(const Check& check, const Inspection& inspection) {
  return inspection.memory.Get<Secrets>(inspection.arguments, [&] {
    Secrets secrets;
    AddSecretsIn(check.arguments.for_reports(), inspection.environment, secrets);
    return secrets;
  });
}

// Masks them in what a gate says.
void MaskSecrets(const Secrets& secrets, CaseResult& result) {
  for (Finding& finding : result.outcome.findings) {
    finding.have = secrets.Mask(std::move(finding.have));
    finding.want = secrets.Mask(std::move(finding.want));
  }
  for (std::string& note : result.outcome.notes) note = secrets.Mask(std::move(note));
  if (result.error) result.error->message = secrets.Mask(std::move(result.error->message));
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
    result.error = CaseError{WhatIsWrong(error), ""};
  }
  MaskSecrets(SecretsOf(check, inspection), result);
  result.duration = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now() - start);
  return result;
}

}  // namespace gonogo
