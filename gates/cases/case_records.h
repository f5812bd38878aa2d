// The records of a migration that a case finds: a folder with a ledger in which preflight and
// backfill ended when both sides had what they have in common.
#pragma once

#include <filesystem>

#include "core/json/json.h"
#include "fixtures/pair.h"
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

  // Returns what preflight notes of a source, and backfill of a target, like this one. Writes a
  // file for it. Throws DatabaseError.
  Json FactsOf(const Side& side, const Plan& plan) const;

  // Writes the ledger of a migration whose stages preflight and backfill ended with these facts.
  void Write(const PerSide<Json>& facts) const;

 private:
  std::filesystem::path folder_;  // empty: the case wants none
};

}  // namespace gonogo
