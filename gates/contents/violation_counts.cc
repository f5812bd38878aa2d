// The names in a probe are quoted by the server that wrote it.
#include "gates/contents/violation_counts.h"

#include "gates/objects/relation_catalogue.h"
#include "gates/read_privilege.h"

namespace gonogo {

Outcome CountOnTarget(const Inspection& in, std::string_view statement) {
  const Relation& relation = in.plan.RelationNamed(in.subject.relation);
  RequireReadableTarget(in.pair, relation);
  const Rows& probes = in.catalogues.RowsOnTarget(relation, statement, {});
  Outcome outcome;
  for (std::size_t i = 0; i < probes.size(); ++i) {
    const Row row = probes[i];
    ++outcome.examined;
    if (!row.Maybe("object")) continue;  // looked for, and there is none
    const std::string object = relation.target + " " + row.Text("object");
    const std::int64_t count =
        in.pair.Target().Query(row.Text("probe"), {}).Only().Integer("count");
    const std::string found = std::to_string(count) + " " + row.Text("what");
    if (count > 0) {
      outcome.findings.push_back({object, found, "none"});
    } else {
      outcome.notes.push_back(object + ": " + found);
    }
  }
  return outcome;
}

}  // namespace gonogo
