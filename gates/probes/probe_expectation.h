// What a probe of a plan is to come to, and what the server's answer is worth.
#pragma once

#include <optional>
#include <string>

#include "core/values/arguments.h"
#include "core/values/parameter.h"
#include "fixtures/session/server_error.h"

namespace gonogo {

// Success, or a refusal that has all of these; empty: any.
struct ProbeExpectation {
  bool succeeds = false;
  std::string sqlstate;
  std::string constraint;
  std::string message;  // a part of it
};

// The members "fails" and "succeeds" of a probe, which the next function reads.
std::vector<Parameter> ExpectationParameters();

// Throws PlanError where it is not exactly one of the two, or says nothing, or names a SQLSTATE by
// which a server says that it could not judge.
ProbeExpectation ExpectationOf(const Arguments& probe);

// "fails with 23514, scopes_check", "succeeds".
std::string Describe(const ProbeExpectation& expectation);

// "23514, scopes_check: new row for ...", the message's first line.
std::string Describe(const ServerError& refusal);

bool IsMet(const ProbeExpectation& expectation, const std::optional<ServerError>& refusal);

// A refusal that says nothing of the rule which is probed: the server could not go on, the role may
// not, or the probe is misspelt. The SQLSTATE that is expected says what it says. Throws
// DatabaseError; `side` opens the message.
void RequireTelling(const std::string& side, const ProbeExpectation& expectation,
                    const ServerError& refusal);

}  // namespace gonogo
