// The server that writes a counting statement also quotes the names in it.
#include "gates/contents/violation_counts.h"

#include <fmt/format.h>

#include "core/text/text.h"
#include "gates/objects/relation_catalogue.h"
#include "gates/read_privilege.h"

namespace gonogo {

Outcome CountViolations(const Inspection& in, std::string_view statement) {
  const Relation& relation = in.plan.RelationNamed(in.subject.relation);
  RequireReadable(in.pair, SideName::kTarget, relation);
  Outcome outcome;
  for (const Row row : in.catalogue.RowsOf(relation, SideName::kTarget, statement, {})) {
    ++outcome.examined;
    if (!row.Maybe("object")) continue;  // the relation has no such object
    const std::string object = relation.target + " " + row.Text("object");
    const std::int64_t count =
        in.pair.Target().Query(row.Text("count_statement"), {}).Only().Integer("count");
    const std::string found =
        fmt::format("{} {}", Counted(count, row.Text("noun")), row.Text("violation"));
    if (count > 0) {
      outcome.findings.push_back({object, found, "none"});
    } else {
      outcome.notes.push_back(object + ": " + found);
    }
  }
  return outcome;
}

}  // namespace gonogo
