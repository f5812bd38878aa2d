// What a case changes of the target's server: its settings, and the standbys that it has.
#pragma once

#include <memory>
#include <vector>

#include "fixtures/rehearsal/seeming_standby.h"
#include "fixtures/throwaway/throwaway_pair.h"
#include "gates/cases/gate_case.h"

namespace gonogo {

// Settings that were in effect before are so again when this object is destroyed.
class CaseServer {
 public:
  // Changes the settings that the case gives. The cluster and the case must outlive this object.
  // Throws std::runtime_error with the server's message.
  CaseServer(const Cluster& cluster, const GateCase& gate_case);
  CaseServer(const CaseServer&) = delete;
  CaseServer& operator=(const CaseServer&) = delete;
  ~CaseServer();

  // Lets the case's standbys stream from here on. Throws as the constructor does.
  void StartStandbys();

 private:
  void Reset() const;

  const Cluster& cluster_;
  const GateCase& gate_case_;
  std::vector<std::unique_ptr<SeemingStandby>> standbys_;
};

}  // namespace gonogo
