// What a signature of evidence says: in-toto statements about SHA256SUMS, which names every file of
// the folder.
#pragma once

#include <map>
#include <string>

#include "core/json/json.h"
#include "core/record/evidence.h"
#include "core/record/verdict.h"

namespace gonogo {

// The type of gonogo's own predicate, which has all that a verdict rests on.
inline constexpr const char* kVerdictPredicate = "gonogo/verdict/v1";
// A predicate that other programs know. It can't say that a case waits, was waived or couldn't be
// examined.
inline constexpr const char* kTestResultPredicate =
    "https://in-toto.io/attestation/test-result/v0.1";

// What is signed, by the type of the predicate.
using Predicates = std::map<std::string, Json>;

// Returns the predicate of that type on a run. It doesn't say when it was signed.
Json PredicateOf(const std::string& type, const Evidence& evidence, const Verdict& verdict);

// Returns those of both types above on a run.
Predicates PredicatesOf(const Evidence& evidence, const Verdict& verdict);

// Returns the text of the statement on SHA256SUMS with that digest.
std::string StatementText(const std::string& type, const std::string& sums_sha256,
                          const Json& predicate);

// Throws PlanError that says how the statement isn't one of these predicates on that SHA256SUMS.
// Returns its type.
std::string RequireStatement(const std::string& text, const std::string& sums_sha256,
                             const Predicates& predicates);

}  // namespace gonogo
