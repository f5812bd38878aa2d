// What gates look at beside two databases: the files, the services and the sessions of an
// application that has moved. Its plan is fixtures/samples/selftest/surroundings/plan.json.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/context/run_context.h"
#include "app/selftest/change_consumers.h"
#include "app/selftest/damaged_copy.h"
#include "app/selftest/damaged_files.h"
#include "app/selftest/damaged_sessions.h"
#include "app/selftest/server_certificates.h"
#include "core/record/trial.h"
#include "fixtures/rehearsal/http_server.h"
#include "fixtures/rehearsal/name_server.h"
#include "fixtures/rehearsal/running_standby.h"
#include "fixtures/throwaway/throwaway_pair.h"

namespace gonogo {

class Surroundings {
 public:
  // Makes databases of their own on both servers of the pair, which must outlive this object, and
  // writes the files into a folder of it. Throws std::exception if a step fails.
  explicit Surroundings(const ThrowAwayPair& pair);

  const Plan& plan() const { return plan_; }

  // Returns the context of a run, with the environment as its file has it now. Throws PlanError.
  RunContext Context() const;

  // Plants the damage. Returns why it isn't planted, which leaves all as it was. Throws
  // std::exception if it can't be undone.
  std::optional<NotPlanted> Plant(const Damage& damage);
  void Undo(const Damage& damage);

 private:
  void StartStandby();
  ServerCertificate WriteCertificates();
  HttpReply Answer(const ReceivedRequest& request) const;
  std::vector<AddressRecord> NamesOf() const;
  Plan WriteFiles();
  void WriteFilesWith(const std::map<std::string, std::string>& facts);
  Environment LaunchEnvironment() const;

  const ThrowAwayPair& pair_;
  std::string target_snapshot_;  // when its database was filled
  DamagedFiles files_;
  ServerCertificates certificates_;
  HttpServer service_;
  HttpServer tls_service_;
  NameServer zone_;
  Plan plan_;
  Endpoints endpoints_;
  std::optional<ChangeConsumers> consumers_;
  std::optional<RunningStandby> standby_;  // of the target
  std::optional<DamagedSessions> sessions_;
};

}  // namespace gonogo
