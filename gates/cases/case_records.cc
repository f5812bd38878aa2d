// Writes the ledger as a stage does, so that gates read it as they read a real one.
#include "gates/cases/case_records.h"

#include <fstream>

#include "core/record/ledger.h"

namespace gonogo {
namespace fs = std::filesystem;

CaseRecords::CaseRecords(const fs::path& parent, GateCase& gate_case) {
  if (!gate_case.moved) return;
  folder_ = parent / "records";
  fs::create_directory(folder_);
  gate_case.environment["GONOGO_MIGRATION"] = folder_.string();
}

CaseRecords::~CaseRecords() {
  std::error_code ignored;
  if (are_wanted()) fs::remove_all(folder_, ignored);
}

void CaseRecords::EndBackfill(const ServerIdentity& identity) const {
  const MarkFacts mark{.snapshot = identity.snapshot,
                       .at = identity.clock,
                       .system_identifier = identity.system_identifier,
                       .database_oid = identity.database_oid};
  LedgerLine ended{
      .event = LedgerEvent::kStageEnded, .stage = Phase::kBackfill, .at = identity.clock};
  ended.details = {{"status", 0}, {"facts", {{"mark", ToJson(mark)}}}};
  std::ofstream(folder_ / "ledger.jsonl") << ToText(ToJson(ended)) << '\n';
}

}  // namespace gonogo
