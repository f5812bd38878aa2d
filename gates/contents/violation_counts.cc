// The server that writes a counting statement also quotes the names in it.
#include "gates/contents/violation_counts.h"

#include <fmt/format.h>

#include "core/text/text.h"
#include "gates/contents/relation_statements.h"
#include "gates/objects/relation_catalogue.h"
#include "gates/reading/read_privilege.h"
#include "gates/subjects.h"

namespace gonogo {

Outcome CountViolations(const Inspection& in, SideName side, std::string_view statement) {
  const Relation& relation = in.plan.RelationNamed(in.subject.relation);
  RequireReadable(in, side, relation);
  Outcome outcome;
  for (const Row row : in.catalogue.RowsOf(relation, side, statement, {})) {
    ++outcome.examined;
    if (!row.Maybe("object")) continue;  // the relation has no such object
    const std::string object = NameOn(side, relation) + " " + row.Text("object");
    const std::int64_t count =
        AnswerTo(in, side, {statement, {}, "count_statement"}, row).Only().Integer("count");
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
