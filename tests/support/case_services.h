// The services beside the databases that a case for a gate needs, real ones: HTTP servers, Redis,
// Prometheus. tests/cases/README.md describes how a case says so.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/text/json.h"
#include "core/values/arguments.h"
#include "core/values/parameter.h"

namespace gonogo::testing_support {

// The members of one service in case.json.
std::vector<Parameter> ServiceParameters();

// Started with this object, and gone with it. To be made by a thread that outlives it.
class CaseServices {
 public:
  // `services`: a map of names to objects as ServiceParameters describes them. One that another
  // needs stands before it. Throws std::runtime_error.
  explicit CaseServices(const Json& services);
  CaseServices(const CaseServices&) = delete;
  CaseServices& operator=(const CaseServices&) = delete;
  ~CaseServices();

  // "NAME.port" and "NAME.address", 127.0.0.1:PORT, of each; and where there are some,
  // "certificate": the file of the one that those with TLS have.
  const std::map<std::string, std::string>& facts() const { return facts_; }

 private:
  struct Running;

  // Returns its port.
  int Start(const Arguments& service);

  std::map<std::string, std::string> facts_;
  std::vector<std::unique_ptr<Running>> running_;
};

}  // namespace gonogo::testing_support
