// The database of a gate case on one side of a throw-away pair.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/plan/plan.h"
#include "fixtures/pair.h"
#include "fixtures/throwaway/cluster_sql.h"
#include "gates/cases/gate_case.h"

namespace gonogo {

// A side without SQL uses the server's own database, which is empty. The destructor drops the
// database, and what the case left on the server.
class CaseDatabase {
 public:
  // Both clusters and the case must outlive it.
  CaseDatabase(const Cluster& cluster, const GateCase& gate_case, std::string own_sql,
               std::string concurrent_sql);
  CaseDatabase(const CaseDatabase&) = delete;
  CaseDatabase& operator=(const CaseDatabase&) = delete;
  ~CaseDatabase();

  // Calls `after_both`, if it is given, between what both sides have in common and this side's own
  // SQL. Throws std::runtime_error with the server's message.
  void Fill(const std::function<void()>& after_both = {});

  // Runs SQL while gonogo's sessions are open. Throws as Fill does.
  void ChangeLater(const std::string& sql) const;

  // Returns whether gonogo's sessions keep locks on relations, which would make an ALTER TABLE
  // wait, and everybody behind it. Those of a session that was closed vanish in a moment.
  bool KeepsLocksOfGonogo() const;

  // Drops the database now. Throws as Fill does.
  void Drop();

  std::string name() const;
  const Cluster& cluster() const { return cluster_; }

  // Opens gonogo's session. `settings` have the form of PGOPTIONS.
  Side Open(const std::string& side, const Limits& limits, const std::string& settings) const;

 private:
  const Cluster& cluster_;
  const GateCase& gate_case_;
  bool HasSql() const { return !gate_case_.both_sql.empty() || !own_sql_.empty(); }

  std::string own_sql_;
  std::string concurrent_sql_;
  std::unique_ptr<OpenTransaction> concurrent_;
  bool is_dropped_ = false;
};

}  // namespace gonogo
