// The names in a probe are quoted by the server that wrote it.
#include "gates/probes.h"

#include "core/error.h"
#include "core/relation_name.h"
#include "gates/readable.h"

namespace gonogo {

Outcome CountOnTarget(const Inspection& in, std::string_view statement) {
  const Relation& relation = in.plan.RelationNamed(in.subject.relation);
  DemandReadableTarget(in.pair, relation);
  const std::string wanted = Normalised(relation.target);
  Session& target = in.pair.Target();
  const Rows probes = target.Query(statement, {});
  Outcome outcome;
  for (std::size_t i = 0; i < probes.size(); ++i) {
    const Row row = probes[i];
    if (Spelling({row.Text("schema"), row.Text("relation")}) != wanted) continue;
    ++outcome.examined;
    if (!row.Maybe("object")) continue;  // looked for, and there is none
    const std::string object = relation.target + " " + row.Text("object");
    const std::int64_t count = target.Query(row.Text("probe"), {}).Only().Integer("count");
    const std::string found = std::to_string(count) + " " + row.Text("what");
    if (count > 0) {
      outcome.findings.push_back({object, found, "none"});
    } else {
      outcome.notes.push_back(object + ": " + found);
    }
  }
  if (outcome.examined == 0) throw NoSuchRelation("target", relation.target);
  return outcome;
}

}  // namespace gonogo
