// Writes what stages write, so that gates read it as they read a real one.
#include "gates/cases/case_records.h"

#include <fmt/format.h>

#include <fstream>

#include "core/record/ledger.h"
#include "core/record/recorded_schema.h"
#include "core/text/digest.h"
#include "gates/objects/schema_objects.h"
#include "gates/objects/target_mark.h"

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

Json CaseRecords::FactsOf(const Side& side, const Plan& plan) const {
  const ServerIdentity& identity = *side.identity;
  const RecordedSchema schema{.taken_at = identity.clock,
                              .system_identifier = identity.system_identifier,
                              .database_oid = identity.database_oid,
                              .objects = ReadSchemaObjects(*side.session, plan)};
  const std::string file = fmt::format("schema_of_{}.json", side.name);
  const std::string text = ToText(ToJson(schema));
  std::ofstream(folder_ / file) << text;
  const Json kept = ToJson(SchemaFacts{.file = file, .sha256 = Sha256(text)});
  if (side.name == ToString(SideName::kSource)) return {{"schema", kept}};
  return {{"mark", ToJson(MarkNow(*side.session))}, {"target_schema", kept}};
}

void CaseRecords::Write(const PerSide<Json>& facts) const {
  std::ofstream ledger(folder_ / "ledger.jsonl");
  for (const SideName side : kBothSides) {
    const bool is_source = side == SideName::kSource;
    LedgerLine ended{.event = LedgerEvent::kStageEnded,
                     .stage = is_source ? Phase::kPreflight : Phase::kBackfill,
                     .at = "2026-01-01T00:00:00.000Z"};
    ended.details = {{"status", 0}, {"facts", facts[side]}};
    ledger << ToText(ToJson(ended)) << '\n';
  }
}

}  // namespace gonogo
