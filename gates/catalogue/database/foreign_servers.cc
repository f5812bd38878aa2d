// foreign_servers: foreign-data wrappers, foreign servers and user mappings are the same on both
// sides. Gate old_host checks that none of them points to the source.
#include <fmt/format.h>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/catalogue/database_objects.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo::foreign_servers {
namespace {

constexpr const char* kMappingOptions = "mapping_options";

// Throws DatabaseError (42501) for the objects whose options the side's role may not see: they look
// as if they had none.
void RequireVisible(SideName side, const Rows& rows) {
  std::vector<std::string> hidden;
  for (const Row row : rows) {
    if (row.Boolean("unreadable")) hidden.push_back(row.Text("object"));
  }
  if (hidden.empty()) return;
  throw DatabaseError(
      fmt::format(
          "{}: this role can't see the options of {}; connect as a superuser, or leave them "
          "out by \"{}\": false",
          ToString(side), Join(hidden, ", "), kMappingOptions),
      "42501");
}

Outcome Run(const Inspection& in) {
  const bool with_options = in.arguments.Boolean(kMappingOptions);
  const std::vector<Value> values = {with_options ? "true" : "false"};
  const BothRows rows = in.pair.Query(sql::kForeignServers, values);
  for (const SideName side : kBothSides) RequireVisible(side, rows[side]);
  Outcome outcome = CompareDatabaseObjects(in, sql::kForeignServers, values);
  if (!with_options) outcome.notes.push_back("the options of user mappings aren't compared");
  return outcome;
}

}  // namespace

Gate Definition() {
  return {.name = "foreign_servers",
          .summary =
              "Foreign-data wrappers, foreign servers and user mappings are the same on both "
              "sides, with their options except hosts and secrets.",
          .phases = {Phase::kSchema, Phase::kGate},
          .parameters = {BooleanParameter(kMappingOptions,
                                          "compare the options of user mappings, which only a "
                                          "superuser and the mapping's user see")
                             .Default(true)},
          .subjects = OneForTheDatabase,
          .run = Run};
}

}  // namespace gonogo::foreign_servers
