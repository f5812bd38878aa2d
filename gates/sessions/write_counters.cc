// Each sample is taken in a session of its own, which sees statistics and tables as they are now.
#include "gates/sessions/write_counters.h"

#include "core/error.h"
#include "core/text/text.h"
#include "core/values/relation_name.h"
#include "gates/exclusions.h"
#include "sql/sessions.h"

namespace gonogo {
namespace {

// "3 rows inserted, 1 row deleted"; empty where nothing moved. Counters that fell were reset, or a
// partition is gone.
std::string Describe(const WriteCounters& before, const WriteCounters& after) {
  std::vector<std::string> moved;
  const auto add = [&](std::int64_t had, std::int64_t has, const char* verb) {
    if (has > had) moved.push_back(Counted(has - had, "row") + " " + verb);
    if (has < had) moved.push_back("fewer rows " + std::string(verb) + " than before");
  };
  add(before.inserted, after.inserted, "inserted");
  add(before.updated, after.updated, "updated");
  add(before.deleted, after.deleted, "deleted");
  return Join(moved, ", ");
}

}  // namespace

WriteSample SampleSource(const Inspection& in) {
  const auto session = in.pair.OpenFresh(in.pair.source_side());
  const Rows activity = session->Query(sql::kFenceActivity, {});
  if (activity.Only().Text("counts") != "on") {
    throw DatabaseError("source: track_counts is off, so nobody knows what is written", "");
  }
  WriteSample sample{.tables = {},
                     .transactions = activity.Only().Integer("transactions"),
                     .wal_bytes = activity.Only().Integer("wal_bytes")};
  const Exclusions left_out(*session, in.plan);
  const Rows rows = session->Query(sql::kFenceCounters, {});
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row row = rows[i];
    const Value& schema = row.Maybe("schema");
    const Value& relation = row.Maybe("relation");
    if (left_out.Reason(row.Boolean("of_extension"), schema, relation)) continue;
    sample.tables[QuotedName({*schema, *relation})] = {
        row.Integer("inserted"), row.Integer("updated"), row.Integer("deleted")};
  }
  return sample;
}

Outcome Movement(const WriteSample& before, const WriteSample& after) {
  Outcome outcome{.examined = 1};
  const auto add = [&](const std::string& table, const std::string& have) {
    if (!have.empty()) outcome.findings.push_back({table, have, "no row is written"});
  };
  for (const auto& [table, had] : before.tables) {
    ++outcome.examined;
    const auto found = after.tables.find(table);
    add(table, found == after.tables.end() ? "it was dropped" : Describe(had, found->second));
  }
  for (const auto& [table, has] : after.tables) {
    if (!before.tables.contains(table)) add(table, "it was made");
  }
  outcome.notes = {
      "between two samples: " + Counted(after.transactions - before.transactions, "transaction") +
      ", gonogo's own among them; the write-ahead log " +
      (after.wal_bytes == before.wal_bytes
           ? "stood still"
           : "grew by " + Counted(after.wal_bytes - before.wal_bytes, "byte") +
                 ", which the server may have written for itself")};
  return outcome;
}

}  // namespace gonogo
