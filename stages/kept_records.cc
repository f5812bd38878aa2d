// Each record is of one snapshot.
#include "stages/kept_records.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string_view>

#include "core/plan/gate.h"
#include "core/record/facts.h"
#include "core/record/recorded_schema.h"
#include "core/text/digest.h"
#include "core/text/text.h"
#include "fixtures/session/server_identity.h"
#include "fixtures/session/snapshot_session.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/private_file.h"
#include "gates/objects/schema_objects.h"
#include "gates/objects/sequence_places.h"

namespace gonogo {
namespace {

bool Uses(const Plan& plan, std::string_view gate) {
  return std::any_of(plan.checks.begin(), plan.checks.end(),
                     [&](const auto& check) { return check.gate->name == gate; });
}

bool FreezesTarget(const Plan& plan) {
  return std::any_of(plan.checks.begin(), plan.checks.end(), [](const auto& check) {
    return check.gate->name == kSchemaFrozenGate && check.arguments.Boolean("target");
  });
}

Json KeepSchema(const StageRun& run, const std::string& now, SideName side, Session& session,
                const ServerIdentity& identity) {
  const RecordedSchema schema{.taken_at = now,
                              .system_identifier = identity.system_identifier,
                              .database_oid = identity.database_oid,
                              .objects = ReadSchemaObjects(session, run.plan)};
  const std::filesystem::path file =
      run.migration.folder / fmt::format("schema_of_{}.json", ToString(side));
  const std::string text = ToText(ToJson(schema), 1) + "\n";
  WritePrivateFile(file, text);
  run.output.print_line(
      fmt::format("  the {}'s schema is recorded in {}", ToString(side), file.string()));
  return ToJson(SchemaFacts{.file = run.PathInLedger(file), .sha256 = Sha256(text)});
}

Json KeepSequences(const StageRun& run, const std::string& now, Session& session,
                   const ServerIdentity& identity) {
  SequenceFacts facts{.taken_at = now,
                      .system_identifier = identity.system_identifier,
                      .database_oid = identity.database_oid,
                      .places = {}};
  for (const auto& [name, place] : ReadSequencePlaces(session, SideName::kSource, run.plan)) {
    facts.places[name] = place.place;
  }
  run.output.print_line("  the ledger records where " + Counted(facts.places.size(), "sequence") +
                        " of the source are");
  return ToJson(facts);
}

}  // namespace

Json KeepSourceRecords(const StageRun& run, const std::string& now) {
  const bool of_schema = Uses(run.plan, kSchemaFrozenGate);
  const bool of_sequences = Uses(run.plan, kWriteRateGate);
  Json facts = Json::object();
  if (!of_schema && !of_sequences) return facts;
  const auto session = OpenSnapshot(run.original(), run.original_name(), run.plan.limits);
  const ServerIdentity identity = ReadIdentity(*session);
  if (of_schema) facts["schema"] = KeepSchema(run, now, SideName::kSource, *session, identity);
  if (of_sequences) facts["sequence_places"] = KeepSequences(run, now, *session, identity);
  return facts;
}

Json KeepTargetSchema(const StageRun& run) {
  if (!FreezesTarget(run.plan)) return Json::object();
  const auto session = OpenSnapshot(run.target, "target", run.plan.limits);
  const ServerIdentity identity = ReadIdentity(*session);
  return {{"target_schema", KeepSchema(run, UtcNow(), SideName::kTarget, *session, identity)}};
}

}  // namespace gonogo
