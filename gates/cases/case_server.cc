// Changes settings for the whole server, because some can't be changed for a database.
#include "gates/cases/case_server.h"

#include <fmt/format.h>

#include "fixtures/throwaway/cluster_sql.h"

namespace gonogo {

CaseServer::CaseServer(const Cluster& cluster, const GateCase& gate_case)
    : cluster_(cluster), gate_case_(gate_case) {
  for (const auto& [name, value] : gate_case_.server_settings) {
    ExecuteAsAdmin(cluster_, fmt::format("ALTER SYSTEM SET {} = $value${}$value$", name, value));
  }
  if (!gate_case_.server_settings.empty()) ExecuteAsAdmin(cluster_, "SELECT pg_reload_conf()");
}

CaseServer::~CaseServer() {
  try {
    Reset();
  } catch (const std::exception&) {
    // The next case that needs the setting fails.
  }
}

void CaseServer::Reset() const {
  for (const auto& [name, value] : gate_case_.server_settings) {
    ExecuteAsAdmin(cluster_, "ALTER SYSTEM RESET " + name);
  }
  if (!gate_case_.server_settings.empty()) ExecuteAsAdmin(cluster_, "SELECT pg_reload_conf()");
}

void CaseServer::StartStandbys() {
  for (const auto& [name, bytes_behind] : gate_case_.standbys) {
    standbys_.push_back(std::make_unique<SeemingStandby>(cluster_, name, bytes_behind));
  }
}

}  // namespace gonogo
