// Fills both databases, opens gonogo's sessions as a run does, and runs the check on each subject.
#include "gates/cases/case_run.h"

#include <future>
#include <map>
#include <optional>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/plan/reading/plan_reader.h"
#include "fixtures/pair.h"
#include "fixtures/rehearsal/running_pooler.h"
#include "fixtures/system/free_port.h"
#include "gates/cases/case_database.h"
#include "gates/cases/case_records.h"
#include "gates/cases/case_server.h"
#include "gates/cases/case_services.h"
#include "gates/cases/gate_case_mismatches.h"
#include "gates/gate_table.h"
#include "gates/inquiry/inquiry.h"

namespace gonogo {
namespace {

using Facts = std::map<std::string, std::string>;
using Texts = std::vector<std::string>;

// The pooler of a case. The destructor stops it.
class CasePooler {
 public:
  CasePooler(const std::string& kind, const CaseDatabase& database) {
    if (kind.empty()) {
      address_.missing = "the case has no pooler";
    } else if (kind == "direct") {
      address_.endpoint = ParseEndpoint(UrlOf(database.cluster(), database.name()), "pooler");
    } else if (kind == "down") {
      Cluster unused = database.cluster();
      unused.port = FreePort();
      address_.endpoint = ParseEndpoint(UrlOf(unused, database.name()), "pooler");
    } else {
      pooler_.emplace(database.cluster(), kind);
      address_.endpoint = ParseEndpoint(pooler_->Url(database.name()), "pooler");
    }
  }

  const PoolerAddress& address() const { return address_; }

 private:
  std::optional<RunningPooler> pooler_;
  PoolerAddress address_;
};

std::vector<CaseResult> Results(const GateCase& gate_case, const Plan& plan, Pair& pair) {
  const Check& check = plan.checks.front();
  const std::vector<std::string> selected = {check.id};
  const MigrationFolder migration = MigrationFolderOf(gate_case.environment, plan.name);
  Inquiry inquiry(pair, {plan, gate_case.environment, migration}, DeclaredCases(plan, {}, selected),
                  {});
  std::vector<CaseResult> results;
  for (const Subject& subject : check.subjects) results.push_back(inquiry.Run(check, subject));
  return results;
}

Facts FactsOf(const Pair& pair, const PoolerAddress& pooler, const CaseServices& services) {
  Facts facts = services.facts();
  for (const Side* side : {&pair.Of(SideName::kSource), &pair.Of(SideName::kTarget)}) {
    facts[side->name + ".address"] = side->address;
    if (side->identity) facts[side->name + ".version"] = side->identity->version;
  }
  if (pooler.endpoint) facts["pooler.address"] = pooler.endpoint->ForPeople();
  return facts;
}

// What URLs in a case's environment need to lead to the pair.
Facts FactsOf(const ThrowAwayPair& servers) {
  return {{"source.port", std::to_string(servers.source.port)},
          {"target.port", std::to_string(servers.target.port)},
          {"source.password", servers.source.password},
          {"servers.folder", servers.folder.string()}};
}

Texts SecretsOf(const GateCase& gate_case, const ThrowAwayPair& servers) {
  Texts secrets = {servers.source.password, servers.target.password};
  for (const auto& [variable, value] : gate_case.environment) {
    // gonogo's own variables name files, and a folder of them may have the name of a command.
    if (!variable.starts_with("GONOGO_")) secrets.push_back(value);
  }
  return secrets;
}

// The plan of a must-refuse case must be refused with the message that the case says.
Texts MismatchesOfRefusal(const GateCase& gate_case, const LocatedJson& document) {
  try {
    ReadPlan(document, AllGates(), {}, gate_case.environment);
    return {"the plan was read, want the refusal: " + gate_case.refusal};
  } catch (const PlanError& error) {
    if (error.what() == gate_case.refusal) return {};
    return {std::string("refusal: have ") + error.what() + ", want " + gate_case.refusal};
  }
}

Texts MismatchesOnServers(const GateCase& gate_case, const Plan& plan, const ThrowAwayPair& servers,
                          const CaseServices& services, const CaseRecords& records,
                          const CaseRunOptions& options) {
  CaseServer target_server(servers.target, gate_case);
  CaseDatabase source(servers.source, gate_case, gate_case.source_sql,
                      gate_case.source_concurrent_sql);
  CaseDatabase target(servers.target, gate_case, gate_case.target_sql,
                      gate_case.target_concurrent_sql);
  PerSide<Json> facts;
  PerSide<std::function<void()>> note;
  if (records.are_wanted()) {
    for (const SideName side : kBothSides) {
      const CaseDatabase& database = side == SideName::kSource ? source : target;
      note[side] = [&facts, &database, &records, &plan, side] {
        facts[side] = records.FactsOf(database.Open(ToString(side), plan.limits, ""), plan);
      };
    }
  }
  auto target_filled = std::async(std::launch::async, [&] { target.Fill(note.target); });
  source.Fill(note.source);
  target_filled.get();
  if (records.are_wanted()) records.Write(facts);
  target_server.StartStandbys();
  const CaseDatabase& at_target = gate_case.same_database ? source : target;
  const CasePooler pooler(gate_case.pooler, at_target);
  const auto run = [&] {
    Pair pair(source.Open("source", plan.limits, ""),
              at_target.Open("target", plan.limits, options.target_settings), pooler.address());
    source.ChangeLater(gate_case.source_later_sql);
    target.ChangeLater(gate_case.target_later_sql);
    options.before(gate_case);
    const auto results = Results(gate_case, plan, pair);
    options.after(gate_case);
    Texts mismatches = Mismatches(gate_case, results, FactsOf(pair, pooler.address(), services));
    for (std::string& leak : Leaks(gate_case, results, SecretsOf(gate_case, servers))) {
      mismatches.push_back(std::move(leak));
    }
    // It waits for them to go.
    if (mismatches.empty() && (source.KeepsLocksOfGonogo() || target.KeepsLocksOfGonogo())) {
      mismatches.emplace_back("the gate's sessions keep locks on relations that they have read");
    }
    return mismatches;
  };
  Texts mismatches = run();
  while (options.again(mismatches)) mismatches = run();
  target.Drop();
  source.Drop();
  return mismatches;
}

}  // namespace

std::vector<std::string> RunGateCase(GateCase gate_case, const ThrowAwayPair& servers,
                                     const CaseRunOptions& options) {
  const CaseServices services(gate_case.services);
  Substitute(gate_case, services.facts());
  Substitute(gate_case, FactsOf(servers));
  const CaseRecords records(servers.folder, gate_case);
  const LocatedJson document = ParseLocated(gate_case.plan.dump(), "plan");
  if (gate_case.kind == "must-refuse") return MismatchesOfRefusal(gate_case, document);
  const Plan plan = ReadPlan(document, AllGates(), {}, gate_case.environment);
  return MismatchesOnServers(gate_case, plan, servers, services, records, options);
}

}  // namespace gonogo
