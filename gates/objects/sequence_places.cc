// The server adds up, because a sequence may have more values than a signed integer counts.
#include "gates/objects/sequence_places.h"

#include <fmt/format.h>

#include <cstdlib>

#include "core/error.h"
#include "core/json/json.h"
#include "core/values/relation_name.h"
#include "gates/reading/exclusions.h"
#include "sql/servers.h"

namespace gonogo {

std::int64_t ValuesBetween(std::int64_t from, std::int64_t to, const SequencePlace& sequence) {
  const std::int64_t straight = to - from;
  if (!sequence.cycle) return straight;
  const std::int64_t around =
      straight > 0 ? straight - *sequence.cycle : straight + *sequence.cycle;
  return std::abs(around) < std::abs(straight) ? around : straight;
}

SequencePlaces ReadSequencePlaces(Session& session, SideName side, const Plan& plan) {
  const Exclusions exclusions(session, plan);
  SequencePlaces places;
  for (const Row row : QueryWritten(session, sql::kWriteRate, {})) {
    const std::string& schema = row.Text("schema");
    if (exclusions.Reason(row.Boolean("of_extension"), schema, row.Maybe("relation"))) continue;
    const std::string name = QuotedName({schema, row.Text("name")});
    if (!row.Maybe("position")) {
      throw DatabaseError(
          fmt::format("{}: this role can't read sequence {}; sql/grants/gonogo.sql grants what it "
                      "needs",
                      ToString(side), name),
          "42501");
    }
    const Json position = ParseJson(row.Text("position"));
    places[name] = {.place = position.at("place"),
                    .increment = position.at("increment"),
                    .left = position.at("left"),
                    .cycle = position.at("cycle").is_null()
                                 ? std::nullopt
                                 : std::optional<std::int64_t>(position.at("cycle"))};
  }
  return places;
}

}  // namespace gonogo
