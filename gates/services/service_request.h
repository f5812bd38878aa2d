// HTTP requests of gates to services: URLs from the plan or the environment, and polling.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "fixtures/services/http_client.h"
#include "gates/inspection.h"

namespace gonogo {

// Returns the parameters "ca" (a file of certificates) and "deadline_s", which the next functions
// read.
Parameter CaParameter();
Parameter DeadlineParameter(int default_s);

// Returns a URL parameter's text, or the value of the variable that it names. Throws PlanError if
// the variable isn't set.
std::string UrlOf(const Json& given, const Environment& environment);

// Returns the same URL with `path` appended. Throws PlanError if it isn't an http:// or https://
// URL to which a path can be appended.
std::string HttpUrlOf(const Json& given, const Environment& environment, const std::string& path);

// Returns the terms of a request that trusts "ca" and ends when the run is cancelled.
TransferTerms TermsOf(const Inspection& in, std::chrono::milliseconds timeout);

using ServiceAnswer = std::variant<HttpAnswer, Unanswered>;

// Returns a finding if the service didn't answer, or with a status other than 2xx.
std::vector<Finding> StatusFindings(const std::string& subject, const ServiceAnswer& answer,
                                    const std::string& want);

// Returns the answer to a GET of the path at the URL. Throws DatabaseError with the name if there
// is none, and as SendHttpRequest does.
HttpAnswer Ask(const Inspection& in, const std::string& name, const Json& url,
               const std::string& path, std::chrono::milliseconds timeout);

struct PolledService {
  std::vector<Finding> findings;  // of the last answer
  int attempts = 0;
};

// Repeats the request, at growing intervals for at most "deadline_s", until `judge` returns no
// findings. Stops at a TLS error, which a repetition doesn't fix. Throws as SendHttpRequest does.
PolledService PollService(const Inspection& in, const HttpRequest& request,
                          const std::function<std::vector<Finding>(const ServiceAnswer&)>& judge);

}  // namespace gonogo
