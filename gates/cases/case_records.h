// The records of a migration that a case finds: a folder with a ledger in which stage backfill
// ended.
#pragma once

#include <filesystem>

#include "fixtures/session/server_identity.h"
#include "gates/cases/gate_case.h"

namespace gonogo {

// The destructor removes the folder.
class CaseRecords {
 public:
  // Creates the folder below `parent`, and lets the case's environment name it, if the case wants
  // it. The case must outlive this object. Throws std::filesystem::filesystem_error.
  CaseRecords(const std::filesystem::path& parent, GateCase& gate_case);
  CaseRecords(const CaseRecords&) = delete;
  CaseRecords& operator=(const CaseRecords&) = delete;
  ~CaseRecords();

  bool are_wanted() const { return !folder_.empty(); }

  // Writes that backfill ended when the target was as `identity` says.
  void EndBackfill(const ServerIdentity& identity) const;

 private:
  std::filesystem::path folder_;  // empty: the case wants none
};

}  // namespace gonogo
