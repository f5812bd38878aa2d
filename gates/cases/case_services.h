// Runs the servers that a gate case needs besides the databases: HTTP servers, Redis, Prometheus,
// Alertmanager, DNS. tests/cases/README.md describes their keys in case.json.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/json/json.h"
#include "core/values/arguments.h"
#include "core/values/parameter.h"

namespace gonogo {

// Returns the keys of one service in case.json.
std::vector<Parameter> ServiceParameters();

// The constructor starts the services, the destructor stops them. The thread that creates this
// object must outlive it.
class CaseServices {
 public:
  // `services` maps names to objects with the keys of ServiceParameters. A service must come after
  // the one that it uses. Throws std::runtime_error if a service doesn't start.
  explicit CaseServices(const Json& services);
  CaseServices(const CaseServices&) = delete;
  CaseServices& operator=(const CaseServices&) = delete;
  ~CaseServices();

  // Returns "NAME.port" and "NAME.address" (127.0.0.1:PORT) of each service. If there are services,
  // also "certificate", the file of the certificate that those with TLS use.
  const std::map<std::string, std::string>& facts() const { return facts_; }

 private:
  struct Running;

  // Returns the port.
  int Start(const Arguments& service);

  std::map<std::string, std::string> facts_;
  std::vector<std::unique_ptr<Running>> running_;
};

}  // namespace gonogo
