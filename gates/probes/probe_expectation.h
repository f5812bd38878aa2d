// The result that a plan expects of a probe, and whether the server's answer proves anything.
#pragma once

#include <optional>
#include <string>

#include "core/values/arguments.h"
#include "core/values/parameter.h"
#include "fixtures/messages/server_error.h"

namespace gonogo {

// Success, or a refusal with all of these. An empty text matches any.
struct ProbeExpectation {
  bool succeeds = false;
  std::string sqlstate;
  std::string constraint;
  std::string message;  // a part of it
};

// Returns the members "fails" and "succeeds" of a probe. ExpectationOf reads them.
std::vector<Parameter> ExpectationParameters();

// Throws PlanError if a probe has neither or both, if "fails" is empty, or if its SQLSTATE means
// that the server couldn't go on.
ProbeExpectation ExpectationOf(const Arguments& probe);

// Returns the expectation as text: "fails with 23514, scopes_check", "succeeds".
std::string Describe(const ProbeExpectation& expectation);

// Returns the refusal as text, with the message's first line:
// "23514, scopes_check: new row for ...".
std::string Describe(const ServerError& refusal);

bool IsMet(const ProbeExpectation& expectation, const std::optional<ServerError>& refusal);

// Throws DatabaseError if the error can't be about the rule: a fault of the server, a missing
// privilege, or a mistake in the probe. Never throws for the expected SQLSTATE. The message begins
// with `side`.
void RequireConclusive(const std::string& side, const ProbeExpectation& expectation,
                       const ServerError& refusal);

}  // namespace gonogo
