// The only file that defines the member names of facts in the ledger.
#include "core/record/facts.h"

namespace gonogo {
namespace {

Json IdentifierJson(const std::optional<std::string>& identifier) {
  return identifier ? Json(*identifier) : Json();
}

std::optional<std::string> IdentifierFrom(const Json& json) {
  const Json& identifier = json.at("system_identifier");
  return identifier.is_null() ? std::nullopt : std::optional(identifier.get<std::string>());
}

std::chrono::milliseconds Milliseconds(const Json& json, const char* member) {
  return std::chrono::milliseconds(json.value(member, std::int64_t{0}));
}

}  // namespace

Json ToJson(const BackupFacts& facts) {
  return {{"folder", facts.folder},
          {"bytes", facts.bytes},
          {"entries", facts.entries},
          {"sha256", facts.sha256},
          {"took_ms", facts.took.count()},
          {"compared", facts.compared},
          {"restored_ms", facts.restored.count()},
          {"taken_at", facts.taken_at},
          {"database", facts.database},
          {"different", facts.different},
          {"compared_digest", facts.compared_digest},
          {"reused", facts.reused}};
}

BackupFacts BackupFactsFrom(const Json& json) {
  return {.folder = json.at("folder"),
          .bytes = json.value("bytes", std::int64_t{0}),
          .entries = json.value("entries", std::int64_t{0}),
          .sha256 = json.at("sha256"),
          .took = Milliseconds(json, "took_ms"),
          .compared = json.value("compared", std::int64_t{0}),
          .restored = Milliseconds(json, "restored_ms"),
          .taken_at = json.value("taken_at", ""),
          .database = json.value("database", ""),
          .different = json.value("different", std::int64_t{0}),
          .compared_digest = json.value("compared_digest", ""),
          .reused = json.value("reused", false)};
}

Json ToJson(const BaselineFacts& facts) {
  return {{"file", facts.file}, {"digest", facts.digest}, {"sizes", facts.sizes}};
}

BaselineFacts BaselineFactsFrom(const Json& json) {
  return {.file = json.value("file", ""),
          .digest = json.at("digest"),
          .sizes = json.value("sizes", Json::object())};
}

Json ToJson(const SchemaFacts& facts) { return {{"file", facts.file}, {"sha256", facts.sha256}}; }

SchemaFacts SchemaFactsFrom(const Json& json) {
  return {.file = json.at("file"), .sha256 = json.at("sha256")};
}

Json ToJson(const MarkFacts& facts) {
  return {{"snapshot", facts.snapshot},
          {"at", facts.at},
          {"system_identifier", IdentifierJson(facts.system_identifier)},
          {"database_oid", facts.database_oid}};
}

MarkFacts MarkFactsFrom(const Json& json) {
  return {.snapshot = json.at("snapshot"),
          .at = json.at("at"),
          .system_identifier = IdentifierFrom(json),
          .database_oid = json.at("database_oid")};
}

Json ToJson(const SequenceFacts& facts) {
  return {{"taken_at", facts.taken_at},
          {"system_identifier", IdentifierJson(facts.system_identifier)},
          {"database_oid", facts.database_oid},
          {"places", facts.places}};
}

SequenceFacts SequenceFactsFrom(const Json& json) {
  return {.taken_at = json.at("taken_at"),
          .system_identifier = IdentifierFrom(json),
          .database_oid = json.at("database_oid"),
          .places = json.at("places").get<std::map<std::string, std::int64_t>>()};
}

Json ToJson(const SnapshotFacts& facts) {
  return {{"folder", facts.folder},
          {"bytes", facts.bytes},
          {"sha256", facts.sha256},
          {"keep_days", facts.keep_days}};
}

SnapshotFacts SnapshotFactsFrom(const Json& json) {
  return {.folder = json.at("folder"),
          .bytes = json.value("bytes", std::int64_t{0}),
          .sha256 = json.at("sha256"),
          .keep_days = json.at("keep_days")};
}

Json ToJson(const RollbackFacts& facts) {
  return {{"rehearsed", facts.rehearsed},
          {"rows", facts.rows},
          {"different", facts.different},
          {"patch", facts.patch}};
}

RollbackFacts RollbackFactsFrom(const Json& json) {
  return {.rehearsed = json.value("rehearsed", false),
          .rows = json.value("rows", std::int64_t{0}),
          .different = json.value("different", std::vector<std::string>()),
          .patch = json.value("patch", ""),
          .took = Milliseconds(json, "took_ms")};
}

Json ToJson(const WatchFacts& facts) {
  return {{"rounds", facts.rounds},
          {"green_in_a_row", facts.green_in_a_row},
          {"lagged", facts.lagged},
          {"series", facts.series}};
}

WatchFacts WatchFactsFrom(const Json& json) {
  return {.rounds = json.value("rounds", std::int64_t{0}),
          .green_in_a_row = json.value("green_in_a_row", std::int64_t{0}),
          .lagged = json.value("lagged", std::int64_t{0}),
          .series = json.value("series", "")};
}

Json ToJson(const ChecksFacts& facts) {
  return {{"status", facts.status},
          {"evidence", facts.evidence},
          {"sums", facts.sums},
          {"reasons", facts.reasons},
          {"look", facts.look}};
}

ChecksFacts ChecksFactsFrom(const Json& json) {
  return {.status = json.at("status"),
          .evidence = json.value("evidence", ""),
          .sums = json.value("sums", ""),
          .reasons = json.value("reasons", std::vector<std::string>()),
          .look = json.at("look")};
}

}  // namespace gonogo
