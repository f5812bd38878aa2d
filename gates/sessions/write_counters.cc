// Each sample uses a new session, because a snapshot would keep showing the old statistics.
#include "gates/sessions/write_counters.h"

#include <fmt/format.h>

#include "core/error.h"
#include "core/text/text.h"
#include "core/values/relation_name.h"
#include "gates/reading/exclusions.h"
#include "sql/sessions.h"

namespace gonogo {
namespace {

// Returns "3 rows inserted, 1 row deleted", or "" if nothing changed. Counters go down if they were
// reset or a partition was dropped.
std::string Describe(const WriteCounters& before, const WriteCounters& after) {
  std::vector<std::string> changes;
  const auto add = [&](std::int64_t had, std::int64_t has, const char* verb) {
    if (has > had) changes.push_back(fmt::format("{} {}", Counted(has - had, "row"), verb));
    if (has < had) changes.push_back(fmt::format("fewer rows {} than before", verb));
  };
  add(before.inserted, after.inserted, "inserted");
  add(before.updated, after.updated, "updated");
  add(before.deleted, after.deleted, "deleted");
  return Join(changes, ", ");
}

}  // namespace

WriteSample SampleSource(const Inspection& in) {
  const auto session = in.pair.OpenFresh(in.pair.Of(SideName::kSource));
  const Rows activity = session->Query(sql::kFenceActivity, {});
  if (activity.Only().Text("counts") != "on") {
    throw DatabaseError("source: track_counts is off, so writes can't be seen; turn it on", "");
  }
  WriteSample sample{.tables = {},
                     .transactions = activity.Only().Integer("transactions"),
                     .wal_bytes = activity.Only().Integer("wal_bytes")};
  const Exclusions exclusions(*session, in.plan);
  const Rows rows = session->Query(sql::kFenceCounters, {});
  for (const Row row : rows) {
    const Value& schema = row.Maybe("schema");
    const Value& relation = row.Maybe("relation");
    if (exclusions.Reason(row.Boolean("of_extension"), schema, relation)) continue;
    sample.tables[QuotedName({*schema, *relation})] = {
        row.Integer("inserted"), row.Integer("updated"), row.Integer("deleted")};
  }
  return sample;
}

Outcome WritesBetween(const WriteSample& before, const WriteSample& after) {
  Outcome outcome{.examined = 1};
  const auto add = [&](const std::string& table, const std::string& have) {
    if (!have.empty()) outcome.findings.push_back({table, have, "no change"});
  };
  for (const auto& [table, had] : before.tables) {
    ++outcome.examined;
    const auto found = after.tables.find(table);
    add(table, found == after.tables.end() ? "dropped" : Describe(had, found->second));
  }
  for (const auto& [table, has] : after.tables) {
    if (!before.tables.contains(table)) add(table, "created");
  }
  const std::int64_t wal_bytes = after.wal_bytes - before.wal_bytes;
  outcome.notes = {
      fmt::format("between two samples: {}, including gonogo's own; the write-ahead log {}",
                  Counted(after.transactions - before.transactions, "transaction"),
                  wal_bytes == 0 ? "didn't grow"
                                 : fmt::format("grew by {}, perhaps by the server's own work",
                                               Counted(wal_bytes, "byte")))};
  return outcome;
}

}  // namespace gonogo
