// What gates that ask a service over HTTP share: its URL, and the patience to ask again.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "fixtures/services/http_client.h"
#include "gates/inspection.h"

namespace gonogo {

// The parameters "ca" (a file of certificates) and "deadline_s", which the next functions read.
Parameter CaParameter();
Parameter DeadlineParameter(const std::string& default_value);

// What a Kind::kUrl gives: itself, or what the variable that it names holds. Throws PlanError where
// that variable is not set.
std::string UrlOf(const Json& given, const Environment& environment);

// That of a service, and `path` below it. Throws PlanError where it is no http:// or https:// URL
// that a path can be added to.
std::string HttpUrlOf(const Json& given, const Environment& environment, const std::string& path);

// Ends with the run, and trusts "ca".
TransferTerms TermsOf(const Inspection& in, std::chrono::milliseconds timeout);

using ServiceAnswer = std::variant<HttpAnswer, Unanswered>;

// What is wrong with an answer before anybody reads it: none came, or its status is not 2xx.
std::vector<Finding> AnswerFaults(const std::string& subject, const ServiceAnswer& answer,
                                  const std::string& want);

struct Asked {
  std::vector<Finding> findings;  // of the last answer
  int attempts = 0;
};

// Asks until `judge` finds nothing, at growing intervals, for "deadline_s"; at least once. Bad TLS
// does not mend itself and ends it. Throws as Ask does.
Asked AskUntilRight(const Inspection& in, const HttpRequest& request,
                    const std::function<std::vector<Finding>(const ServiceAnswer&)>& judge);

}  // namespace gonogo
